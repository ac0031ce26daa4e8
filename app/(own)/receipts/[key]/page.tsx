import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Follow } from "@/components/public/receipt/follow";
import { KeptComplaint } from "@/components/public/receipt/kept-complaint";
import { OwnPage } from "@/components/public/receipt/own-page";
import { Receipt } from "@/components/public/receipt/receipt";
import { endKey } from "@/lib/comments/mail/key";
import { ownReply } from "@/lib/comments/own";
import type { Wish } from "@/lib/comments/wish";
import { complaintAgain } from "@/lib/i18n/complaint-again";
import { receiptState, receiptTitle } from "@/lib/i18n/receipt-state";
import { refusal } from "@/lib/server/bridge";

interface Asked {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("receipt");
  return { title: await receiptTitle(t("title"), refusal()) };
}

/** "Where is my reply?": what became of it, and what its author can do. Only who was given the link can open it. */
export default async function ReceiptPage({ params, searchParams }: Asked) {
  const [{ key }, { done }] = [await params, await searchParams];
  const reply = await ownReply(key);
  if (!reply) notFound();
  const t = await getTranslations("receipt");
  const { refused, sent, kept } = await complaintAgain(refusal(), (statement) =>
    reply.statements.some(({ id, complainUntil }) => id === statement && complainUntil !== null),
  );
  const [path, api] = [`/receipts/${key}`, `/api/receipts/${key}`];
  const ends = { published: endOf(reply.wishes.published), answered: endOf(reply.wishes.answered) };
  return (
    <OwnPage title={t("title")} {...await receiptState(refused, done)}>
      {kept && <KeptComplaint text={kept} />}
      <Receipt reply={reply} path={path} api={api} complaint={sent}>
        <Follow reply={reply} api={api} ends={ends} problem={refused?.fields?.published && t("follow.required")} />
      </Receipt>
    </OwnPage>
  );
}

function endOf(wish: Wish): string | null {
  return wish.state === "confirmed" ? `/receipts/unsubscribe/${endKey(wish.id)}` : null;
}
