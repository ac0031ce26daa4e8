import { mailReceipt } from "@/lib/comments/mail/send-link";
import { refused, seeOther } from "@/lib/forms";
import { didIt, keyOf, type KeyedRoute } from "@/lib/receipt-forms";
import { sender } from "@/lib/server/bridge";

/** Mails the receipt's own link. */
export async function POST(request: Request, route: KeyedRoute): Promise<Response> {
  const key = await keyOf(route);
  const result = await mailReceipt(sender(), key);
  return result.ok ? didIt(`/receipts/${key}`, "linked") : refused(request, {}, result, `/receipts/${key}`);
}

/** Who asks for the form's target is led back to the receipt. */
export async function GET(_: Request, route: KeyedRoute): Promise<Response> {
  return seeOther(`/receipts/${await keyOf(route)}`);
}
