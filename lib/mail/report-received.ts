import { mailReader } from "@/lib/mail/mail-reader";
import { letterToReporter } from "@/lib/mail/reporter-letter";
import { endOfAll } from "@/lib/mail/way-out";
import { siteAddress } from "@/lib/settings/public";
import { reportReceiptKey } from "@/lib/reports/report-key";

/**
 * The job `mail.reportReceived`: tells who reported a reply and gave an address that the report arrived (Regulation (EU)
 * 2022/2065, article 16(4)), and that a person decides on it (article 16(6)). Takes the report's id.
 */
export async function mailReportReceived({ reportId }: { reportId: string }): Promise<void> {
  const about = await letterToReporter(reportId);
  if (!about) return;
  await mailReader(about.reader, endOfAll(about.emailHash), ({ t, siteName }) => ({
    id: `report-received.${reportId}`,
    subject: t("reportReceived.subject", { siteName }),
    paragraphs: [t("reportReceived.body", { title: about.title ?? t("untitled") }), t("reportReceived.next")],
    action: { label: t("reportReceived.action"), url: siteAddress(`/receipts/report/${reportReceiptKey(reportId)}`) },
  }));
}
