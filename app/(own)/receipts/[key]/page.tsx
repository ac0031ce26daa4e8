import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Receipt } from "@/components/public/receipt";
import { ownReply } from "@/lib/comments/own";

interface Params {
  params: Promise<{ key: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("receipt");
  return { title: t("title") };
}

/** A reply as its author sees it, before and after it is decided. Only who was given the link can open it. */
export default async function ReceiptPage({ params }: Params) {
  const reply = await ownReply((await params).key);
  if (!reply) notFound();
  return <Receipt reply={reply} />;
}
