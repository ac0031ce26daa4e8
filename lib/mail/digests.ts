import { privateDb } from "@/lib/db/private";
import { workOff } from "@/lib/jobs/work-off";
import { countWaiting } from "@/lib/mail/comment-received";
import { COUNT_UP_TO, countText, sendDeskLetter } from "@/lib/mail/desk-letter";
import { mailTexts } from "@/lib/mail/texts";
import { digestOf, isDue } from "@/lib/notices/due";
import { receivers, type Receiver } from "@/lib/notices/receivers";
import { firstLine } from "@/lib/notices/first-line";
import { siteSettings } from "@/lib/settings/public";

/** Of so many replies, the oldest of the new ones, a digest holds the first line. */
const SHOWN = 5;

/**
 * The job `mail.digests`, each hour: tells who chose digests what came since the last one and still waits: how many, and
 * the first lines. Nothing is sent where nothing new waits. Takes the time that counts as now. Safe to run twice: a
 * digest's mail is sent once (sendMail). Throws the first failure, after everybody had their turn.
 */
export async function mailDigests(now = new Date()): Promise<void> {
  const { timeZone } = await siteSettings();
  const due = await receivers(({ replies }) => replies === "hourly" || replies === "daily");
  await workOff(due, async (receiver) => {
    const { id, wishes, toldAt } = receiver;
    if (!toldAt || !isDue(wishes.replies, toldAt, now, timeZone)) return;
    await tell(receiver, toldAt, `digest.${id}.${digestOf(wishes.replies, now, timeZone)}`);
    await privateDb.notices.updateMany({ where: { userId: id, toldAt }, data: { toldAt: now } });
  });
}

/** Index: comment_queue, from the last digest on. */
async function tell(receiver: Receiver, toldAt: Date, mailId: string): Promise<void> {
  const where = { status: "pending" as const, createdAt: { gt: toldAt } };
  const [fresh, lines] = await Promise.all([
    privateDb.comment.count({ where, take: COUNT_UP_TO }),
    privateDb.comment.findMany({
      where,
      orderBy: [{ status: "asc" }, { createdAt: "asc" }, { id: "asc" }],
      select: { body: true },
      take: SHOWN,
    }),
  ]);
  if (fresh === 0) return;
  const [texts, waiting] = [await mailTexts(), await countWaiting()];
  const { t, siteName } = texts;
  const counts = { fresh, freshCount: countText(texts, fresh), waiting, count: countText(texts, waiting), siteName };
  await sendDeskLetter(texts, mailId, receiver, {
    subject: t("digest.subject", counts),
    paragraphs: [t("digest.fresh", counts), t("digest.all", counts)],
    quote: lines.map(({ body }) => firstLine(body)).join("\n"),
    action: { label: t("commentReceived.action"), path: "/admin/comments?status=pending" },
  });
}
