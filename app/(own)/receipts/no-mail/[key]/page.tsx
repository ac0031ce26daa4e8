import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OneButton } from "@/components/public/receipt/one-button";
import { OwnPage } from "@/components/public/receipt/own-page";
import { mailRefusal } from "@/lib/comments/mail/own-mailed";
import { receiptState } from "@/lib/i18n/receipt-state";

interface Asked {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("receipt.noMail"))("title") };
}

/** What the way out in a mail opens that follows no subscription: a button that ends all mail to the address, or allows it again. */
export default async function NoMailPage({ params, searchParams }: Asked) {
  const [{ key }, { done }] = [await params, await searchParams];
  const refusal = await mailRefusal(key);
  if (!refusal) notFound();
  const t = await getTranslations("receipt.noMail");
  const { isRefused } = refusal;
  const api = `/api/receipts/no-mail/${key}`;
  return (
    <OwnPage title={t("title")} {...await receiptState(undefined, done === (isRefused ? "refused" : "allowed") ? done : undefined)}>
      <p>{isRefused ? t("refused") : t("text")}</p>
      {isRefused ? <OneButton action={`${api}/allow`} label={t("allow")} /> : <OneButton action={api} label={t("button")} tone="primary" />}
    </OwnPage>
  );
}
