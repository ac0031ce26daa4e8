import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OwnPage } from "@/components/public/receipt/own-page";
import { ReportForm } from "@/components/public/report/report-form";
import { receiptTitle } from "@/lib/i18n/receipt-state";
import { refusal } from "@/lib/server/bridge";

export async function generateMetadata(): Promise<Metadata> {
  return { title: await receiptTitle((await getTranslations("report"))("title"), refusal()) };
}

/**
 * The form of a report alone, with what was typed: while the database is away, or where the form names no reply, so it
 * reads nothing. It has an address because every page has one; asked for directly it is not there.
 */
export default async function ReportFormPage() {
  const refused = refusal();
  if (!refused) notFound();
  const [t, errors] = [await getTranslations("report"), await getTranslations("errors")];
  return (
    <OwnPage title={t("title")} problem={errors(refused.error)}>
      <ReportForm formKey={refused.typed.key ?? ""} typed={refused.typed} wrong={refused.fields} back={null} />
    </OwnPage>
  );
}
