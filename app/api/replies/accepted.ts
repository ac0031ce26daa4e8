import { getTranslations } from "next-intl/server";
import { ownReply } from "@/lib/comments/own";

/**
 * What an island is told of a reply that was taken, by its receipt's key: where its receipt is, what became of it, how it
 * looks. That a word of the site's list put it to spam the receipt tells, and not this answer: who tries words out gets none at once.
 */
export async function acceptedReply(receipt: string) {
  const [t, reply] = await Promise.all([getTranslations("receipt"), ownReply(receipt)]);
  const message = t(reply?.fate === "published" ? "published" : "awaiting");
  return { ok: true, receipt: `/receipts/${receipt}`, message, name: reply?.name, html: reply?.html };
}
