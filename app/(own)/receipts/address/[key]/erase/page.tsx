import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AskAgain } from "@/components/public/receipt/ask-again";
import { OwnPage } from "@/components/public/receipt/own-page";
import { repliesOfAddress } from "@/lib/comments/mail/own-address";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("receipt.address"))("eraseTitle") };
}

/** Asks once more before everything under an address is erased. */
export default async function EraseAddressPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const found = await repliesOfAddress(key, undefined, new Date());
  if (!found?.address) notFound();
  const t = await getTranslations("receipt.address");
  return (
    <OwnPage title={t("eraseTitle")}>
      <p>{t("eraseText")}</p>
      <AskAgain action={`/api/receipts/address/${key}/erase`} yes={t("eraseButton")} no={t("cancel")} back={`/receipts/address/${key}`} />
    </OwnPage>
  );
}
