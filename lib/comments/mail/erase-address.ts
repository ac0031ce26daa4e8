import { eraseComment } from "@/lib/comments/erase";
import { addressOfKey } from "@/lib/comments/mail/key";
import { privateDb } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { forgetReporter } from "@/lib/reports/forget";
import type { Result } from "@/lib/result";

/** Comments that are looked up at a time; each is erased in a transaction of its own. */
const AT_A_TIME = 100;

/**
 * Takes back every comment under an address, and forgets that the address was proven and who reported under it. Takes the mailed key and the time
 * now. Returns how many were taken back; `linkExpired` when the key opens nothing (any more).
 * Index: comment_contact (email_hash).
 */
export async function eraseAddress(key: string, now: Date): Promise<Result<{ count: number }>> {
  const emailHash = addressOfKey(key, now);
  if (!emailHash) return { ok: false, error: "linkExpired" };
  await privateDb.provenAddress.deleteMany({ where: { emailHash } });
  await forgetReporter(emailHash);
  for (let count = 0; ;) {
    const found = await privateDb.commentContact.findMany({ where: { emailHash }, select: { commentId: true }, take: AT_A_TIME });
    if (found.length === 0) return { ok: true, count };
    // Each takes its contact away, so that the next look finds others.
    for (const { commentId } of found) await transact((tx) => eraseComment(tx, commentId));
    count += found.length;
  }
}
