import { privateDb } from "@/lib/db/private";
import { workOff } from "@/lib/jobs/work-off";
import { COUNT_UP_TO, countText, sendDeskLetter } from "@/lib/mail/desk-letter";
import { mailTexts } from "@/lib/mail/texts";
import { receivers } from "@/lib/notices/receivers";

/**
 * The job `mail.reported`: tells everybody who wants to know at once that readers reported replies, if one of those that
 * were since it was enqueued is still open; once in five minutes at most (lib/jobs/queue.ts). Takes the first one's case. What was reported, and by
 * whom, is not in the mail. Throws the first failure, after everybody had their turn; whoever was told is not told again.
 * Indexes: the primary key, report_case_waiting (what is open, of which there is little).
 */
export async function mailReported({ caseId }: { caseId: string }): Promise<void> {
  const first = await privateDb.reportCase.findUnique({ where: { id: caseId }, select: { openedAt: true, isIllegal: true } });
  if (!first) return;
  const open = { decidedAt: null, commentId: { not: null } };
  const fresh = await privateDb.reportCase.findFirst({
    where: { ...open, OR: [{ id: caseId }, { openedAt: { gte: first.openedAt } }] },
    select: { id: true },
  });
  const told = fresh ? await receivers(({ reports }) => reports) : [];
  if (told.length === 0) return;
  const [waiting, illegal] = await Promise.all([
    privateDb.reportCase.count({ where: open, take: COUNT_UP_TO }),
    privateDb.reportCase.count({ where: { ...open, isIllegal: true }, take: COUNT_UP_TO }),
  ]);
  const texts = await mailTexts();
  const { t, siteName } = texts;
  const counts = { waiting, count: countText(texts, waiting), illegal, illegalCount: countText(texts, illegal), siteName };
  // What turns out to be about the law later is told again.
  const id = `reported.${caseId}${first.isIllegal ? ".illegal" : ""}`;
  await workOff(told, (receiver) =>
    sendDeskLetter(texts, `${id}.${receiver.id}`, receiver, {
      subject: t("reported.subject", counts),
      paragraphs: [t("reported.body", counts), ...(illegal ? [t("reported.illegal", counts)] : [])],
      action: { label: t("reported.action"), path: "/admin/comments/reported" },
    }),
  );
}
