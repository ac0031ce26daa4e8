import { expiringKey, openExpiringKey, openSignedId, openSignedKey, signedId, signedKey } from "@/lib/signed-key";

const CONFIRM = "comment.confirm";
const END = "subscription.end";
const REFUSE = "address.refuse";
const ADDRESS = "contact.address";

/** How long the link to all replies of an address opens. */
const ADDRESS_SECONDS = 7 * 24 * 60 * 60;

/** The key that only a mail to a comment's address holds: who opens its link reads that mailbox. Takes the comment's id. */
export function confirmKey(commentId: string): string {
  return signedId(CONFIRM, commentId);
}

/** The id of the comment whose address a key proves, or null. */
export function commentOfConfirmation(key: string): string | null {
  return openSignedId(CONFIRM, key);
}

/** The key that ends a subscription. It opens nothing else: mails are passed on. Takes the subscription's id. */
export function endKey(subscriptionId: string): string {
  return signedId(END, subscriptionId);
}

/** The id of the subscription that a key ends, or null. */
export function subscriptionOfEnd(key: string): string | null {
  return openSignedId(END, key);
}

/** The key by which an address refuses every mail, or allows them again. It opens nothing else. Takes the address's keyed digest. */
export function refuseKey(emailHash: Uint8Array): string {
  return signedKey(REFUSE, Buffer.from(emailHash));
}

/** The keyed digest of the address that a key refuses mail for, or null. */
export function addressOfRefusal(key: string): Buffer<ArrayBuffer> | null {
  const emailHash = openSignedKey(REFUSE, key);
  return emailHash && Buffer.from(emailHash);
}

/** The key that opens everything under an address for seven days. Takes the address's keyed digest and the time now. */
export function addressKey(emailHash: Uint8Array, now: Date): string {
  return expiringKey(ADDRESS, Buffer.from(emailHash), new Date(now.getTime() + ADDRESS_SECONDS * 1000));
}

/** The keyed digest of the address that a key opens; null when it is not ours, or its time has passed. Takes the time now. */
export function addressOfKey(key: string, now: Date): Buffer<ArrayBuffer> | null {
  const emailHash = openExpiringKey(ADDRESS, key, now);
  return emailHash && Buffer.from(emailHash);
}
