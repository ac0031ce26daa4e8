import { openEmail } from "@/lib/comments/contact";
import { privateDb } from "@/lib/db/private";

/**
 * What a mail to who reported a reply needs to know. Takes the report's id. Returns null when they gave no address, it is
 * forgotten, or it wants no mail; the title is null where the reply is gone. Index: the primary keys.
 */
export async function letterToReporter(reportId: string) {
  const contact = await privateDb.reportContact.findUnique({
    where: { reportId },
    select: {
      emailSealed: true,
      emailHash: true,
      report: { select: { reportCase: { select: { comment: { select: { post: { select: { title: true, lang: true } } } } } } } },
    },
  });
  const { emailSealed, emailHash } = contact ?? {};
  if (!contact || !emailSealed || !emailHash) return null;
  if (await privateDb.refusedAddress.count({ where: { emailHash } })) return null;
  const { title, lang } = contact.report.reportCase.comment?.post ?? {};
  return { reader: { to: openEmail(emailSealed), lang }, emailHash, title: title ?? null };
}
