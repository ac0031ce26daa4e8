import { readForm, refused, seeOther } from "@/lib/forms";
import { withUntil } from "@/lib/i18n/until";
import { COMPLAINT_ALONE, didIt, keyOf, type KeyedRoute } from "@/lib/receipt-forms";
import { keepTyped, sender } from "@/lib/server/bridge";
import { complain } from "@/lib/statements/complain";

/** Complains of the decision on a reply. */
export async function POST(request: Request, route: KeyedRoute): Promise<Response> {
  const key = await keyOf(route);
  const form = await readForm(request);
  const typed = form.ok ? form.fields : {};
  keepTyped(COMPLAINT_ALONE, { ...typed, receipt: key });
  const result = form.ok ? await withUntil(await complain(key, typed, undefined, sender())) : form;
  return result.ok ? didIt(`/receipts/${key}`, "complained") : refused(request, typed, result, `/receipts/${key}`);
}

/** Who asks for the form's target is led back to the receipt. */
export async function GET(_: Request, route: KeyedRoute): Promise<Response> {
  return seeOther(`/receipts/${await keyOf(route)}`);
}
