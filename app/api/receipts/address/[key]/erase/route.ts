import { eraseAddress } from "@/lib/comments/mail/erase-address";
import { refused, seeOther } from "@/lib/forms";
import { didIt, keyOf, type KeyedRoute } from "@/lib/receipt-forms";

/** Erases everything under an address for good. */
export async function POST(request: Request, route: KeyedRoute): Promise<Response> {
  const key = await keyOf(route);
  const [result, path] = [await eraseAddress(key, new Date()), `/receipts/address/${key}`];
  return result.ok ? didIt(path, "erased") : refused(request, {}, result, path);
}

/** Who asks for the form's target is led to the page that asks once more. */
export async function GET(_: Request, route: KeyedRoute): Promise<Response> {
  return seeOther(`/receipts/address/${await keyOf(route)}/erase`);
}
