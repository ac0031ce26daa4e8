import { mailRepliesOfAddress } from "@/lib/comments/mail/send-link";
import { readForm, refused, seeOther } from "@/lib/forms";
import { didIt } from "@/lib/receipt-forms";
import { sender } from "@/lib/server/bridge";

const PAGE = "/receipts";

/** Mails a link to everything under an address; answers the same whether anybody wrote under it. */
export async function POST(request: Request): Promise<Response> {
  const form = await readForm(request);
  const typed = form.ok ? form.fields : {};
  const result = form.ok ? await mailRepliesOfAddress(sender(), typed) : form;
  return result.ok ? didIt(PAGE, "linked") : refused(request, typed, result, PAGE);
}

/** Who asks for the form's target is led back to the form. */
export function GET(): Response {
  return seeOther(PAGE);
}
