import { endKey } from "@/lib/comments/mailed-key";
import { whole } from "@/lib/mail/own-letter";

/**
 * Both ways out of a subscription's mails: the page with a button that the mail links, and the address that mail
 * programs post to (RFC 8058), which needs neither cookie nor page. Takes the subscription's id.
 */
export function unsubscribeLinks(subscriptionId: string): { page: string; oneClick: string } {
  const key = endKey(subscriptionId);
  return { page: whole(`/receipts/unsubscribe/${key}`), oneClick: whole(`/api/receipts/unsubscribe/${key}`) };
}
