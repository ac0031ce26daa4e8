import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Follow } from "@/components/public/receipt/follow";
import { OwnPage } from "@/components/public/receipt/own-page";
import { Receipt } from "@/components/public/receipt/receipt";
import { endKey } from "@/lib/comments/mailed-key";
import { ownReply } from "@/lib/comments/own";
import type { Wish } from "@/lib/comments/wish";
import { receiptState, receiptTitle } from "@/lib/i18n/receipt-state";
import { fieldProblem } from "@/lib/i18n/too-long";
import { refusal } from "@/lib/server/bridge";
import { MAX_COMPLAINT_CHARS } from "@/lib/statements/policy";

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
  const [t, refused] = [await getTranslations("receipt"), refusal()];
  const problem = await fieldProblem(refused?.fields?.text?.[0], MAX_COMPLAINT_CHARS, refused?.typed.text);
  const [path, api] = [`/receipts/${key}`, `/api/receipts/${key}`];
  const ends = { published: endOf(reply.wishes.published), answered: endOf(reply.wishes.answered) };
  return (
    <OwnPage title={t("title")} {...await receiptState(refused, done)}>
      <Receipt reply={reply} path={path} api={api} complaint={{ typed: refused?.typed.text, problem }}>
        <Follow reply={reply} api={api} ends={ends} problem={refused?.fields?.published && t("follow.required")} />
      </Receipt>
    </OwnPage>
  );
}

function endOf(wish: Wish): string | null {
  return wish.state === "confirmed" ? `/receipts/unsubscribe/${endKey(wish.id)}` : null;
}
