import { endKey, refuseKey } from "@/lib/comments/mailed-key";
import { whole } from "@/lib/mail/own-letter";

/**
 * Both ways out of a subscription's mails: the page with a button that the mail links, and the address that mail
 * programs post to (RFC 8058), which needs neither cookie nor page. Takes the subscription's id.
 */
export function unsubscribeLinks(subscriptionId: string): { page: string; oneClick: string } {
  const key = endKey(subscriptionId);
  return { page: whole(`/receipts/unsubscribe/${key}`), oneClick: whole(`/api/receipts/unsubscribe/${key}`) };
}

/**
 * The same for mails that follow no subscription, which anybody can cause who types the address: they end all mail to it.
 * Takes the address's keyed digest.
 */
export function refusalLinks(emailHash: Uint8Array): { page: string; oneClick: string } {
  const key = refuseKey(emailHash);
  return { page: whole(`/receipts/no-mail/${key}`), oneClick: whole(`/api/receipts/no-mail/${key}`) };
}
