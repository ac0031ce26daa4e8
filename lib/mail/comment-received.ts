import { newestWaiting } from "@/lib/comments/desk/waiting";
import { privateDb } from "@/lib/db/private";
import { workOff } from "@/lib/jobs/work-off";
import { COUNT_UP_TO, countText, sendDeskLetter } from "@/lib/mail/desk-letter";
import { mailTexts } from "@/lib/mail/texts";
import { receivers } from "@/lib/notices/receivers";

/**
 * The job `mail.commentReceived`: tells everybody who wants to know soon how many replies wait, if one of those that came
 * since it was enqueued still does. Takes the id of the first of them. However many replies come, this runs once in five minutes
 * (lib/jobs/queue.ts). The mail holds nothing of a reader's: what is erased later must not live on in mailboxes.
 * Throws the first failure, after everybody had their turn; whoever was told is not told again (sendMail).
 */
export async function mailCommentReceived({ commentId }: { commentId: string }): Promise<void> {
  if (!(await isNewWaiting(commentId))) return;
  const told = await receivers(({ replies }) => replies === "soon");
  if (told.length === 0) return;
  const [texts, waiting] = [await mailTexts(), await countWaiting()];
  const { t, siteName } = texts;
  const count = countText(texts, waiting);
  await workOff(told, (receiver) =>
    sendDeskLetter(texts, `comment.${commentId}.${receiver.id}`, receiver, {
      subject: t("commentReceived.subject", { waiting, count, siteName }),
      paragraphs: [t("commentReceived.body", { waiting, count })],
      action: { label: t("commentReceived.action"), path: "/admin/comments?status=pending" },
    }),
  );
}

/** Whether the newest waiting reply is this one or came after it: ids are in the order of time. Index: that of newestWaiting. */
async function isNewWaiting(commentId: string): Promise<boolean> {
  const newest = await newestWaiting();
  return newest !== null && newest.id >= commentId;
}

/** How many replies wait, counted no further than needed. Index: comment_queue. */
export async function countWaiting(): Promise<number> {
  return privateDb.comment.count({ where: { status: "pending" }, take: COUNT_UP_TO });
}
