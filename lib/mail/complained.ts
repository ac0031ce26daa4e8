import { privateDb } from "@/lib/db/private";
import { workOff } from "@/lib/jobs/work-off";
import { COUNT_UP_TO, countText, sendDeskLetter } from "@/lib/mail/desk-letter";
import { mailTexts } from "@/lib/mail/texts";
import { receivers } from "@/lib/notices/receivers";

/**
 * The job `mail.complained`: tells everybody who wants to know at once that complaints wait for an answer, if one of those that came
 * since it was enqueued still does; once in five minutes at most (lib/jobs/queue.ts). Takes the first one's id. What it says is not
 * in the mail. Throws the first failure, after everybody had their turn; whoever was told is not told again.
 * Index: complaint_waiting.
 */
export async function mailComplained({ complaintId }: { complaintId: string }): Promise<void> {
  const newest = await privateDb.complaint.findFirst({
    where: { decidedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  if (!newest || newest.id < complaintId) return;
  const told = await receivers(({ complaints }) => complaints);
  if (told.length === 0) return;
  const waiting = await privateDb.complaint.count({ where: { decidedAt: null }, take: COUNT_UP_TO });
  const texts = await mailTexts();
  const { t, siteName } = texts;
  const counts = { waiting, count: countText(texts, waiting), siteName };
  await workOff(told, (receiver) =>
    sendDeskLetter(texts, `complained.${complaintId}.${receiver.id}`, receiver, {
      subject: t("complained.subject", counts),
      paragraphs: [t("complained.body", counts)],
      action: { label: t("complained.action"), path: "/admin/comments/complaints" },
    }),
  );
}
