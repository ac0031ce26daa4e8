import { receiptKey } from "@/lib/comments/receipt";
import { privateDb } from "@/lib/db/private";
import { mailReader } from "@/lib/mail/mail-reader";
import { letterAbout } from "@/lib/mail/own-letter";
import { endOfAll } from "@/lib/mail/way-out";
import { siteAddress } from "@/lib/settings/public";
import { statementsOf } from "@/lib/statements/own";

/**
 * The job `mail.statement`: tells the author of a reply why it is not public, or not with all that it said, and how to
 * complain (Regulation (EU) 2022/2065, article 17), if that still holds and it was not found to be spam since. Takes the
 * statement's id. Once a statement.
 */
export async function mailStatement({ statementId }: { statementId: string }): Promise<void> {
  const row = await privateDb.statement.findUnique({ where: { id: statementId }, select: { commentId: true } });
  const about = row && (await letterAbout(row.commentId));
  const stated = about && (await statementsOf(privateDb, about, new Date())).find(({ id }) => id === statementId);
  if (!about || !stated || stated.complaint) return;
  if (!stated.isEdit && about.status === "spam") return;
  const { to, isEdit, wasPublic, ground, explanation, isAutomated, wasFlagged, wasReported } = stated;
  const found = wasReported ? "reported" : wasFlagged ? "flagged" : "read";
  await mailReader(about.reader, endOfAll(about.emailHash), ({ t, siteName }) => ({
    id: `statement.${statementId}`,
    subject: t("statement.subject", { siteName }),
    paragraphs: [
      t(isEdit ? "statement.takenOut" : wasPublic ? "statement.takenOff" : "statement.notPublished", { title: about.post.title }),
      ...(to === "pending" && !isEdit ? [t("statement.again")] : []),
      `${t(`statement.${found}`)} ${t(isAutomated ? "statement.byRule" : "statement.byPerson")}`,
      t(`statement.${ground}`),
      t("statement.complain"),
      ...(explanation ? [t("statement.explained")] : []),
    ],
    quote: explanation ?? undefined,
    action: { label: t("statement.action"), url: siteAddress(`/receipts/${receiptKey(about.id)}`) },
  }));
}
