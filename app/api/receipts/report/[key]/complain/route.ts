import { readForm, refused, seeOther } from "@/lib/forms";
import { withUntil } from "@/lib/i18n/until";
import { COMPLAINT_ALONE, didIt, keyOf, type KeyedRoute } from "@/lib/receipt-forms";
import { complainOfReport } from "@/lib/reports/complain";
import { keepTyped, sender } from "@/lib/server/bridge";

/** Complains of what came of a report. */
export async function POST(request: Request, route: KeyedRoute): Promise<Response> {
  const key = await keyOf(route);
  const form = await readForm(request);
  const typed = form.ok ? form.fields : {};
  keepTyped(COMPLAINT_ALONE, { ...typed, receipt: `report/${key}` });
  const result = form.ok ? await withUntil(await complainOfReport(key, typed, undefined, sender())) : form;
  const path = `/receipts/report/${key}`;
  return result.ok ? didIt(path, "complained") : refused(request, typed, result, path);
}

/** Who asks for the form's target is led back to the receipt. */
export async function GET(_: Request, route: KeyedRoute): Promise<Response> {
  return seeOther(`/receipts/report/${await keyOf(route)}`);
}
