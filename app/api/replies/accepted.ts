import { getTranslations } from "next-intl/server";
import { ownReply } from "@/lib/comments/own";

/** What an island is told of a reply that was taken, by its receipt's key: where its receipt is, what became of it, how it looks. */
export async function acceptedReply(receipt: string) {
  const [t, reply] = await Promise.all([getTranslations("receipt"), ownReply(receipt)]);
  return { ok: true, receipt: `/receipts/${receipt}`, message: t(reply?.fate ?? "awaiting"), name: reply?.name, html: reply?.html };
}
