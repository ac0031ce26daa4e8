import { addressOfRefusal } from "@/lib/comments/mail/key";
import { privateDb } from "@/lib/db/private";
import type { Result } from "@/lib/result";

/**
 * Takes back that an address wants no mail (lib/comments/mail/refuse.ts): what it had agreed to is sent again. Takes the
 * key that stands in such mails. Returns the same when nothing was refused; `notFound` for a key that is not ours.
 */
export async function allowMail(key: string): Promise<Result> {
  const emailHash = addressOfRefusal(key);
  if (!emailHash) return { ok: false, error: "notFound" };
  await privateDb.refusedAddress.deleteMany({ where: { emailHash } });
  return { ok: true };
}
