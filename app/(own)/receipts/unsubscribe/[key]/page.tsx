import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OneButton } from "@/components/public/receipt/one-button";
import { OwnPage } from "@/components/public/receipt/own-page";
import { mailsToEnd } from "@/lib/comments/mail/own-mailed";
import { receiptState } from "@/lib/i18n/receipt-state";

interface Asked {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("receipt.end"))("title") };
}

/** What the way out in a mail opens: a button, since programs that look at links in mails must end nothing by it. */
export default async function UnsubscribePage({ params, searchParams }: Asked) {
  const [{ key }, { done }] = [await params, await searchParams];
  const mails = await mailsToEnd(key);
  if (!mails) notFound();
  const t = await getTranslations("receipt.end");
  const { post } = mails;
  return (
    <OwnPage title={t("title")} {...await receiptState(undefined, post ? undefined : done)}>
      {post ? (
        <>
          <p>{t.rich("about", { post: () => <span lang={post.lang}>{post.title}</span> })}</p>
          <OneButton action={`/api/receipts/unsubscribe/${key}`} label={t("button")} tone="primary" />
        </>
      ) : (
        <p>{t("nothing")}</p>
      )}
    </OwnPage>
  );
}
