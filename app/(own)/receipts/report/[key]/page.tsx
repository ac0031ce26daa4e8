import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OwnPage } from "@/components/public/receipt/own-page";
import { ReportReceipt } from "@/components/public/report/report-receipt";
import { ownReport } from "@/lib/reports/own";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("report.receipt"))("title") };
}

/** What came of a report. Only who was given the link can open it. */
export default async function ReportReceiptPage({ params }: { params: Promise<{ key: string }> }) {
  const report = await ownReport((await params).key);
  if (!report) notFound();
  const t = await getTranslations("report.receipt");
  return (
    <OwnPage title={t("title")}>
      <ReportReceipt report={report} />
    </OwnPage>
  );
}
