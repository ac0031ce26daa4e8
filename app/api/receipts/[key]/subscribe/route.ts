import { subscribe } from "@/lib/comments/mail/subscribe";
import { readForm, refused, seeOther } from "@/lib/forms";
import { withUntil } from "@/lib/i18n/until";
import { didIt, keyOf, type KeyedRoute } from "@/lib/receipt-forms";
import { sender } from "@/lib/server/bridge";

/** Notes of what a reply's author wants to be told, and mails the link that confirms it. */
export async function POST(request: Request, route: KeyedRoute): Promise<Response> {
  const key = await keyOf(route);
  const form = await readForm(request);
  const typed = form.ok ? form.fields : {};
  const result = form.ok ? await withUntil(await subscribe(sender(), key, typed)) : form;
  return result.ok ? didIt(`/receipts/${key}`, "linked") : refused(request, typed, result, `/receipts/${key}`);
}

/** Who asks for the form's target is led back to the receipt. */
export async function GET(_: Request, route: KeyedRoute): Promise<Response> {
  return seeOther(`/receipts/${await keyOf(route)}`);
}
