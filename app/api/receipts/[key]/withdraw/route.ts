import { withdrawComment } from "@/lib/comments/withdraw";
import { refused, seeOther } from "@/lib/forms";
import { didIt, keyOf, type KeyedRoute } from "@/lib/receipt-forms";

/** Takes a reply back for good. */
export async function POST(request: Request, route: KeyedRoute): Promise<Response> {
  const key = await keyOf(route);
  const result = await withdrawComment(key);
  return result.ok ? didIt(`/receipts/${key}`, "withdrawn") : refused(request, {}, result, `/receipts/${key}`);
}

/** Who asks for the form's target is led to the page that asks once more. */
export async function GET(_: Request, route: KeyedRoute): Promise<Response> {
  return seeOther(`/receipts/${await keyOf(route)}/withdraw`);
}
