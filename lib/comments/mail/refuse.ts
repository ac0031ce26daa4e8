import { addressOfRefusal } from "@/lib/comments/mail/key";
import { privateDb } from "@/lib/db/private";
import type { Result } from "@/lib/result";

/**
 * Sends no reader's mail to an address any more, whoever types it and whatever was agreed before. Only the address's
 * digest is kept, and it outlives everything else of it: otherwise the next stranger would begin anew. Takes the key that
 * stands in such mails. Returns the same when it was done before; `notFound` for a key that is not ours.
 */
export async function refuseMail(key: string): Promise<Result> {
  const emailHash = addressOfRefusal(key);
  if (!emailHash) return { ok: false, error: "notFound" };
  await privateDb.refusedAddress.createMany({ data: { emailHash }, skipDuplicates: true });
  return { ok: true };
}
