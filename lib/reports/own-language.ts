import { privateDb } from "@/lib/db/private";
import { isId } from "@/lib/ids";
import { reportOfReceipt } from "@/lib/reports/report-key";

const POST = { post: { select: { lang: true, status: true } } } as const;

/** The language (BCP 47) of the post under which a reply stands that somebody reports; null when readers do not see the post. Takes the reply's untrusted id. Index: the primary keys. */
export async function languageOfReported(id: string): Promise<string | null> {
  return isId(id) ? languageAbove(await privateDb.comment.findUnique({ where: { id }, select: POST })) : null;
}

/** The same of the reply that was reported, by the key of the report's receipt; null also when we did not sign it, or the reply is gone. Index: the primary keys. */
export async function languageOfReport(key: string): Promise<string | null> {
  const id = reportOfReceipt(key);
  if (!id) return null;
  const report = await privateDb.report.findUnique({ where: { id }, select: { reportCase: { select: { comment: { select: POST } } } } });
  return languageAbove(report?.reportCase.comment ?? null);
}

function languageAbove(comment: { post: { lang: string; status: string } } | null): string | null {
  return comment?.post.status === "published" ? comment.post.lang : null;
}
