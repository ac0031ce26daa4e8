import { createTranslator } from "use-intl/core";
import { ownReply } from "@/lib/comments/own";
import type { Submitted } from "@/lib/comments/submit";
import { pageMessages } from "@/lib/i18n/page-messages";

/**
 * What an island is told of a reply that was taken, in the language of its receipt: where that is, what became of it,
 * how it looks. Takes the receipt's key, and the reply when it was made just now; any other is read. That a word of the site's list put it to spam the receipt tells, and not this answer: who tries words out gets none at once.
 */
export async function acceptedReply(receipt: string, made: Submitted["made"] = null) {
  const path = `/receipts/${receipt}`;
  const [messages, reply] = await Promise.all([pageMessages(path), made ?? ownReply(receipt)]);
  const t = createTranslator({ ...messages, namespace: "receipt" });
  const told = t(reply?.fate === "published" ? "published" : "awaiting");
  const message = reply?.awaitsProof ? `${told} ${t("mailed")}` : told;
  return { ok: true, receipt: path, message, name: reply?.name, html: reply?.html };
}
