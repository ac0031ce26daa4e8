import { editComment } from "@/lib/comments/edit";
import { readForm, refused, seeOther } from "@/lib/forms";
import { withUntil } from "@/lib/i18n/until";
import { didIt, keyOf, type KeyedRoute } from "@/lib/receipt-forms";
import { keepTyped, sender } from "@/lib/server/bridge";

/** The page that holds the form alone, while the database is away. */
const FORM_ALONE = "/receipts/edit-form";

/** Changes a reply's text. */
export async function POST(request: Request, route: KeyedRoute): Promise<Response> {
  const key = await keyOf(route);
  const form = await readForm(request);
  const typed = form.ok ? form.fields : {};
  keepTyped(FORM_ALONE, { ...typed, key });
  const result = form.ok ? await withUntil(await editComment(key, typed, sender())) : form;
  return result.ok ? didIt(`/receipts/${key}`, "edited") : refused(request, typed, result, `/receipts/${key}/edit`);
}

/** Who asks for the form's target, by a reload or the back button, is led to the form. */
export async function GET(_: Request, route: KeyedRoute): Promise<Response> {
  return seeOther(`/receipts/${await keyOf(route)}/edit`);
}
