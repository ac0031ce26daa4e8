import { bytesOfId, idOfBytes, openSignedId, openSignedKey, signedId, signedKey } from "@/lib/signed-key";

const FORM = "report.form";
const RECEIPT = "report.receipt";
const ID_BYTES = 16;

/** What one form of a report makes: a report of a reply. */
interface NewReport {
  commentId: string;
  reportId: string;
}

/** The hidden key of one form: the report that it makes is made once, however often it is sent. */
export function reportFormKey({ commentId, reportId }: NewReport): string {
  return signedKey(FORM, Buffer.concat([bytesOfId(commentId), bytesOfId(reportId)]));
}

/** What an untrusted form's key names, or null when we did not sign it. */
export function openReportForm(key: string): NewReport | null {
  const ids = openSignedKey(FORM, key);
  if (ids?.length !== 2 * ID_BYTES) return null;
  return { commentId: idOfBytes(ids.subarray(0, ID_BYTES)), reportId: idOfBytes(ids.subarray(ID_BYTES)) };
}

/** The key of a report's receipt: only who sent it can see what came of it. Takes the report's id. */
export function reportReceiptKey(reportId: string): string {
  return signedId(RECEIPT, reportId);
}

/** The id of the report that a receipt's key opens, or null. */
export function reportOfReceipt(key: string): string | null {
  return openSignedId(RECEIPT, key);
}

/** The reply that an untrusted form's key names, or null. */
export function replyOfForm(key: string): string | null {
  return openReportForm(key)?.commentId ?? null;
}
