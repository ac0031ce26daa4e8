import { allowMail } from "@/lib/comments/mail/allow";
import { refused, seeOther } from "@/lib/forms";
import { didIt, keyOf, type KeyedRoute } from "@/lib/receipt-forms";

/** Allows mail to an address again that had refused it. */
export async function POST(request: Request, route: KeyedRoute): Promise<Response> {
  const key = await keyOf(route);
  const [result, path] = [await allowMail(key), `/receipts/no-mail/${key}`];
  return result.ok ? didIt(path, "allowed") : refused(request, {}, result, path);
}

/** Who asks for the form's target is led to the page with the button. */
export async function GET(_: Request, route: KeyedRoute): Promise<Response> {
  return seeOther(`/receipts/no-mail/${await keyOf(route)}`);
}
