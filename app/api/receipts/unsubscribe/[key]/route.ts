import { unsubscribe } from "@/lib/comments/mail/unsubscribe";
import { readForm, refused, seeOther } from "@/lib/forms";
import { endedIt, keyOf, type KeyedRoute } from "@/lib/receipt-forms";

/** Ends one kind of mail about one reply: by the page's button, or by a mail program's POST (RFC 8058). */
export async function POST(request: Request, route: KeyedRoute): Promise<Response> {
  const key = await keyOf(route);
  const [form, result] = [await readForm(request), await unsubscribe(key)];
  const path = `/receipts/unsubscribe/${key}`;
  return result.ok ? endedIt(form, path, "ended") : refused(request, {}, result, path);
}

/** A person who follows the address in the mail's header comes to the page with the button. */
export async function GET(_: Request, route: KeyedRoute): Promise<Response> {
  return seeOther(`/receipts/unsubscribe/${await keyOf(route)}`);
}
