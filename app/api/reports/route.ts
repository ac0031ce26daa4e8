import { readForm, refused, seeOther } from "@/lib/forms";
import { withUntil } from "@/lib/i18n/until";
import { reportComment } from "@/lib/reports/report";
import { replyOfForm } from "@/lib/reports/report-key";
import { keepTyped, sender } from "@/lib/server/bridge";

/** The page that holds the form alone: while the database is away, or where the form names no reply. */
const FORM_ALONE = "/report/form";

/** Takes a reader's report of a reply, and leads on to its receipt. */
export async function POST(request: Request): Promise<Response> {
  const form = await readForm(request);
  const typed = form.ok ? form.fields : {};
  keepTyped(FORM_ALONE, typed);
  const result = form.ok ? await withUntil(await reportComment(sender(), typed)) : form;
  if (result.ok) return seeOther(`/receipts/report/${result.receipt}`);
  const reply = replyOfForm(typed.key ?? "");
  return refused(request, typed, result, reply ? `/report/${reply}` : FORM_ALONE);
}

/** Who asks for the form's target, by a reload or the back button, is led to the front page: it names no reply. */
export function GET(): Response {
  return seeOther("/");
}
