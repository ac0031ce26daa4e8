import { getTranslations } from "next-intl/server";
import { ownReply } from "@/lib/comments/own";
import type { Submitted } from "@/lib/comments/submit";

/**
 * What an island is told of a reply that was taken: where its receipt is, what became of it, how it looks. Takes the
 * receipt's key, and the reply when it was made just now; any other is read. That a word of the site's list put it to spam the receipt tells, and not this answer: who tries words out gets none at once.
 */
export async function acceptedReply(receipt: string, made: Submitted["made"] = null) {
  const [t, reply] = await Promise.all([getTranslations("receipt"), made ?? ownReply(receipt)]);
  const message = t(reply?.fate === "published" ? "published" : "awaiting");
  return { ok: true, receipt: `/receipts/${receipt}`, message, name: reply?.name, html: reply?.html };
}
