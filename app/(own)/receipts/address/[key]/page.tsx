import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OwnPage } from "@/components/public/receipt/own-page";
import { ReplyList } from "@/components/public/receipt/reply-list";
import { ButtonLink } from "@/components/ui/button";
import form from "@/components/ui/form.module.css";
import { repliesOfAddress } from "@/lib/comments/mail/own-address";
import { receiptState } from "@/lib/i18n/receipt-state";

interface Asked {
  params: Promise<{ key: string }>;
  searchParams: Promise<{ done?: string | string[]; after?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("receipt.address"))("title") };
}

/** Everything under an address, for who reads its mailbox: each reply, and all of it to take along or to erase. */
export default async function AddressPage({ params, searchParams }: Asked) {
  const [{ key }, { done, after }] = [await params, await searchParams];
  const found = await repliesOfAddress(key, typeof after === "string" ? after : undefined, new Date());
  if (!found) notFound();
  const t = await getTranslations("receipt.address");
  const { address, replies, next } = found;
  return (
    <OwnPage title={t("title")} {...await receiptState(undefined, done)}>
      <p>{address ? t.rich("intro", { address: () => <bdi>{address}</bdi> }) : t("none")}</p>
      {address && (
        <>
          <ReplyList replies={replies} />
          {next && (
            <p>
              <a rel="next" href={`/receipts/address/${key}?after=${next}`}>
                {t("more")}
              </a>
            </p>
          )}
          <div className={form.actions}>
            <ButtonLink href={`/api/receipts/address/${key}/data`} download>
              {t("download")}
            </ButtonLink>
            <ButtonLink tone="danger" href={`/receipts/address/${key}/erase`}>
              {t("erase")}
            </ButtonLink>
          </div>
        </>
      )}
    </OwnPage>
  );
}
