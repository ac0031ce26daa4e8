import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EditForm } from "@/components/public/receipt/edit-form";
import { OwnPage } from "@/components/public/receipt/own-page";
import { receiptTitle } from "@/lib/i18n/receipt-state";
import { refusal } from "@/lib/server/bridge";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("receipt.change");
  return { title: await receiptTitle(t("button"), refusal()) };
}

/**
 * The form that changes a reply, alone, with what was typed: while the database is away, so it reads nothing. It has an
 * address because every page has one; asked for directly it is not there.
 */
export default async function EditFormPage() {
  const refused = refusal();
  if (!refused) notFound();
  const { key = "", body = "", seen = "" } = refused.typed;
  const [t, errors] = [await getTranslations("receipt.change"), await getTranslations("errors")];
  return (
    <OwnPage title={t("button")} problem={errors(refused.error)}>
      <EditForm path={`/receipts/${key}`} api={`/api/receipts/${key}`} text={body} seen={seen} />
    </OwnPage>
  );
}
