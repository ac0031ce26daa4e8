import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { KeptComplaint } from "@/components/public/receipt/kept-complaint";
import { OwnPage } from "@/components/public/receipt/own-page";
import { ReportReceipt } from "@/components/public/report/report-receipt";
import { complaintAgain } from "@/lib/i18n/complaint-again";
import { receiptState, receiptTitle } from "@/lib/i18n/receipt-state";
import { ownReport } from "@/lib/reports/own";
import { refusal } from "@/lib/server/bridge";

export async function generateMetadata(): Promise<Metadata> {
  return { title: await receiptTitle((await getTranslations("report.receipt"))("title"), refusal()) };
}

interface Asked {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What came of a report, and what can be done against it. Only who was given the link can open it. */
export default async function ReportReceiptPage({ params, searchParams }: Asked) {
  const [{ key }, { done }] = [await params, await searchParams];
  const report = await ownReport(key);
  if (!report) notFound();
  const t = await getTranslations("report.receipt");
  const { refused, sent, kept } = await complaintAgain(refusal(), () => report.complainUntil !== null);
  return (
    <OwnPage title={t("title")} {...await receiptState(refused, done)}>
      {kept && <KeptComplaint text={kept} />}
      <ReportReceipt report={report} api={`/api/receipts/report/${key}`} complaint={sent} />
    </OwnPage>
  );
}
