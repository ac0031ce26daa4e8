import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ComplaintForm } from "@/components/public/receipt/complaint-form";
import { OwnPage } from "@/components/public/receipt/own-page";
import { receiptTitle } from "@/lib/i18n/receipt-state";
import { refusal } from "@/lib/server/bridge";

export async function generateMetadata(): Promise<Metadata> {
  return { title: await receiptTitle((await getTranslations("complaint"))("button"), refusal()) };
}

/**
 * The form of a complaint alone, with what was typed: while the database is away, so it reads nothing. It has an address
 * because every page has one; asked for directly it is not there.
 */
export default async function ComplaintFormPage() {
  const refused = refusal();
  if (!refused) notFound();
  const { receipt = "", statement, text } = refused.typed;
  const [t, errors] = [await getTranslations("complaint"), await getTranslations("errors")];
  return (
    <OwnPage title={t("button")} problem={errors(refused.error)}>
      <ComplaintForm api={`/api/receipts/${receipt}`} statement={statement} typed={text} />
    </OwnPage>
  );
}
