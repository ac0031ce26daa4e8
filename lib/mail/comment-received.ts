import type { Role } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { workOff } from "@/lib/jobs/work-off";
import { sendMail } from "@/lib/mail/send";
import { mailTexts } from "@/lib/mail/texts";
import { siteAddress } from "@/lib/settings/public";

/** Whose work the waiting replies are; editors and administrators see the count at their desk. */
const TOLD: Role[] = ["moderator"];
const MAX_TOLD = 50;
/** Counted no further, as at the desk. */
const MAX_COUNT = 999;

/**
 * The job `mail.commentReceived`: tells each moderator how many replies wait, if one of those that came since it was
 * enqueued still does. Takes the id of the first of them. However many replies come, this runs once in five minutes
 * (lib/jobs/queue.ts). The mail holds nothing of a reader's: what is erased later must not live on in mailboxes.
 * Throws the first failure, after every moderator had their turn; whoever was told is not told again (sendMail).
 */
export async function mailCommentReceived({ commentId }: { commentId: string }): Promise<void> {
  if (!(await isNewWaiting(commentId))) return;
  const told = await privateDb.user.findMany({
    where: { role: { in: TOLD }, deactivatedAt: null, passwordHash: { not: null } },
    select: { id: true, email: true, name: true },
    take: MAX_TOLD,
  });
  const { t, locale, siteName } = await mailTexts();
  const waiting = await countWaiting();
  const count = waiting > MAX_COUNT ? t("commentReceived.manyCount") : String(waiting);
  const url = siteAddress("/admin/comments?status=pending");
  await workOff(told, ({ id, email, name }) =>
    sendMail({
      id: `comment.${commentId}.${id}`,
      to: email,
      from: siteName,
      subject: t("commentReceived.subject", { waiting, count, siteName }),
      letter: {
        lang: locale,
        greeting: t("greetingName", { name }),
        paragraphs: [t("commentReceived.body", { waiting, count })],
        action: { label: t("commentReceived.action"), url },
        footer: t("footer", { siteName }),
      },
    }),
  );
}

/** Whether the newest waiting reply is this one or came after it: ids are in the order of time. Index: comment_queue. */
async function isNewWaiting(commentId: string): Promise<boolean> {
  const newest = await privateDb.comment.findFirst({
    where: { status: "pending" },
    orderBy: [{ status: "desc" }, { createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return newest !== null && newest.id >= commentId;
}

/** How many replies wait, counted no further than needed. Index: comment_queue. */
async function countWaiting(): Promise<number> {
  return privateDb.comment.count({ where: { status: "pending" }, take: MAX_COUNT + 1 });
}
