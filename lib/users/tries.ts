import type { Tx } from "@/lib/db/private";
import { digest } from "@/lib/keys";
import type { Sender } from "@/lib/server/bridge";
import { networkOf } from "@/lib/throttle/network";
import type { Allowance } from "@/lib/throttle/take-turn";

/** CONTRACT.md 13: so many failed tries within a quarter of an hour. */
const SECONDS = 15 * 60;
const TRIES_PER_ACCOUNT = 10;
const TRIES_PER_ADDRESS = 30;
/** A code has six digits: who knows the password must not have ten tries every quarter of an hour for days. */
const DAY_SECONDS = 24 * 60 * 60;
const CODES_PER_DAY = 50;

/**
 * What a try to sign in is counted by: the account, known or not, and the sender's address over all accounts. Takes
 * the e-mail, and whether that account signed in from here before: then it has its own count here, which a stranger
 * elsewhere cannot use up.
 */
export function passwordTries(email: string, { ip }: Sender, isKnownHere: boolean): Allowance[] {
  const address = networkOf(ip);
  const account = isKnownHere ? { name: "sign-in.account-here", who: `${email}\n${address}` } : { name: "sign-in.account", who: email };
  return [
    { ...account, limit: TRIES_PER_ACCOUNT, seconds: SECONDS },
    { name: "sign-in.address", who: address, limit: TRIES_PER_ADDRESS, seconds: SECONDS },
  ];
}

/** What a try of the second factor is counted by: as a password's, and by the day. Takes what `passwordTries` takes, with the user's id. */
export function codeTries(userId: string, { ip }: Sender, isKnownHere: boolean): Allowance[] {
  const address = networkOf(ip);
  const account = isKnownHere ? { name: "code.account-here", who: `${userId}\n${address}` } : { name: "code.account", who: userId };
  return [
    { ...account, limit: TRIES_PER_ACCOUNT, seconds: SECONDS },
    { ...account, limit: CODES_PER_DAY, seconds: DAY_SECONDS },
    { name: "code.address", who: address, limit: TRIES_PER_ADDRESS, seconds: SECONDS },
  ];
}

/** What is kept of an address from which somebody signed in: the keyed digest of its network. */
export function addressHash({ ip }: Sender): Buffer<ArrayBuffer> {
  return digest("sign-in address", networkOf(ip));
}

/** Whether the user signed in from here before. Index: sign_in_address's primary key. */
export async function isKnownHere(tx: Tx, userId: string, sender: Sender): Promise<boolean> {
  return (await tx.signInAddress.count({ where: { userId, addressHash: addressHash(sender) } })) > 0;
}
