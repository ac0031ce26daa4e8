import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OwnPage } from "@/components/public/receipt/own-page";
import { ReportReceipt } from "@/components/public/report/report-receipt";
import { receiptState, receiptTitle } from "@/lib/i18n/receipt-state";
import { ownReport } from "@/lib/reports/own";
import { fieldProblem } from "@/lib/i18n/too-long";
import { refusal } from "@/lib/server/bridge";
import { MAX_COMPLAINT_CHARS } from "@/lib/statements/policy";

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
  const [t, refused] = [await getTranslations("report.receipt"), refusal()];
  const problem = await fieldProblem(refused?.fields?.text?.[0], MAX_COMPLAINT_CHARS, refused?.typed.text);
  return (
    <OwnPage title={t("title")} {...await receiptState(refused, done)}>
      <ReportReceipt report={report} api={`/api/receipts/report/${key}`} typed={refused?.typed.text} problem={problem} />
    </OwnPage>
  );
}
