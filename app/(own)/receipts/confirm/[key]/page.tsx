import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Letter } from "@/components/public/receipt/letter";
import { OneButton } from "@/components/public/receipt/one-button";
import { OwnPage } from "@/components/public/receipt/own-page";
import { replyToConfirm } from "@/lib/comments/mail/own-mailed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("receipt.confirm"))("title") };
}

/** What a mail's link opens: shows the reply, and asks whether it, and what was asked to be told of it, is the mailbox's. */
export default async function ConfirmPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const reply = await replyToConfirm(key);
  if (!reply) notFound();
  const t = await getTranslations("receipt.confirm");
  const { name, html, post, asked } = reply;
  return (
    <OwnPage title={t("title")}>
      <p>{t.rich("text", { post: () => <span lang={post.lang}>{post.title}</span> })}</p>
      <Letter name={name} html={html} lang={post.lang} />
      {asked.map((kind) => (
        <p key={kind}>{t(kind)}</p>
      ))}
      <OneButton action={`/api/receipts/confirm/${key}`} label={t("button")} tone="primary" />
      <p>{t("notYou")}</p>
    </OwnPage>
  );
}
