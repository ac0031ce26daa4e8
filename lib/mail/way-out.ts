import { endKey, refuseKey } from "@/lib/comments/mail/key";
import { siteAddress } from "@/lib/settings/public";

/**
 * How a mail to a reader ends its kind: by the page with a button that it links, and by the address that mail programs
 * post to (RFC 8058), which needs neither cookie nor page.
 */
export interface WayOut {
  ends: "subscription" | "all";
  page: string;
  oneClick: string;
}

/** Ends one subscription's mails. Takes its id. */
export function endOfSubscription(subscriptionId: string): WayOut {
  return wayOut("subscription", `/receipts/unsubscribe/${endKey(subscriptionId)}`);
}

/** For mails that follow no subscription, which anybody can cause who types the address: ends all mail to it. Takes its keyed digest. */
export function endOfAll(emailHash: Uint8Array): WayOut {
  return wayOut("all", `/receipts/no-mail/${refuseKey(emailHash)}`);
}

function wayOut(ends: WayOut["ends"], path: string): WayOut {
  return { ends, page: siteAddress(path), oneClick: siteAddress(`/api${path}`) };
}
