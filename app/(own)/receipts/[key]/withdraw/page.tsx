import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AskAgain } from "@/components/public/receipt/ask-again";
import { Letter } from "@/components/public/receipt/letter";
import { OwnPage } from "@/components/public/receipt/own-page";
import { ownReply } from "@/lib/comments/own";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("receipt.take"))("title") };
}

/** Asks once more before a reply is taken back for good. */
export default async function WithdrawPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const reply = await ownReply(key);
  if (!reply || reply.withdrawnAt) notFound();
  const t = await getTranslations("receipt.take");
  return (
    <OwnPage title={t("title")}>
      <p>{t("text")}</p>
      {reply.fate === "published" && <p>{t("answers")}</p>}
      <Letter name={reply.name} html={reply.html} lang={reply.post?.lang} />
      <AskAgain action={`/api/receipts/${key}/withdraw`} yes={t("button")} no={t("cancel")} back={`/receipts/${key}`} />
    </OwnPage>
  );
}
