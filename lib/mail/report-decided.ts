import { privateDb } from "@/lib/db/private";
import { workOff } from "@/lib/jobs/work-off";
import { mailReader } from "@/lib/mail/mail-reader";
import { letterToReporter } from "@/lib/mail/reporter-letter";
import { endOfAll } from "@/lib/mail/way-out";
import { toldOutcome, type ToldOutcome } from "@/lib/reports/told";
import { reportReceiptKey } from "@/lib/reports/report-key";
import { siteAddress } from "@/lib/settings/public";

/** More than ever report one reply and want to hear of it. */
const MAX_TOLD = 1000;

/**
 * The job `mail.reportDecided`: tells everybody who reported a reply and gave an address what was decided (Regulation (EU)
 * 2022/2065, article 16(5)), and what they can do against it, unless that was taken back in the meantime. Takes the case's id and the ledger's row of the
 * decision. Throws the first failure, after everybody had their turn; who was told is not told again (sendMail).
 * Indexes: the primary key, report (case_id, id), those of toldOutcome.
 */
export async function mailReportDecided({ caseId, eventId }: { caseId: string; eventId: string | null }): Promise<void> {
  const decided = await privateDb.reportCase.findUnique({ where: { id: caseId }, select: DECIDED });
  if (!decided || decided.eventId !== eventId) return;
  const told = await toldOutcome(privateDb, decided);
  if (!told) return;
  const reports = await privateDb.report.findMany({
    where: { caseId, contact: { emailHash: { not: null } } },
    select: { id: true },
    orderBy: { id: "asc" },
    take: MAX_TOLD,
  });
  await workOff(reports, ({ id }) => tell(id, told, eventId ?? "withdrawn"));
}

const DECIDED = {
  outcome: true,
  decidedAt: true,
  eventId: true,
  comment: { select: { id: true, status: true, withdrawnAt: true } },
} as const;

async function tell(reportId: string, outcome: ToldOutcome, decision: string): Promise<void> {
  const about = await letterToReporter(reportId);
  if (!about) return;
  await mailReader(about.reader, endOfAll(about.emailHash), ({ t, siteName }) => ({
    id: `report-decided.${reportId}.${decision}`,
    subject: t("reportDecided.subject", { siteName }),
    paragraphs: [
      t(`reportDecided.${outcome}`, { title: about.title ?? t("untitled") }),
      ...(outcome === "dismissed" || outcome === "cut" ? [t("reportDecided.redress")] : []),
    ],
    action: { label: t("reportDecided.action"), url: siteAddress(`/receipts/report/${reportReceiptKey(reportId)}`) },
  }));
}
