import { confirmComment } from "@/lib/comments/mail/confirm";
import { refused, seeOther } from "@/lib/forms";
import { didIt, keyOf, type KeyedRoute } from "@/lib/receipt-forms";

/** The button of a mailed link: the reply is its mailbox's. */
export async function POST(request: Request, route: KeyedRoute): Promise<Response> {
  const key = await keyOf(route);
  const result = await confirmComment(key);
  return result.ok ? didIt(`/receipts/${result.receipt}`, "confirmed") : refused(request, {}, result, `/receipts/confirm/${key}`);
}

/** Who asks for the form's target is led to the page with the button. */
export async function GET(_: Request, route: KeyedRoute): Promise<Response> {
  return seeOther(`/receipts/confirm/${await keyOf(route)}`);
}
