import { subscriptionOfEnd } from "@/lib/comments/mail/key";
import { privateDb } from "@/lib/db/private";
import type { Result } from "@/lib/result";

/**
 * Ends one kind of mail about one comment. Takes the key that stands in such mails. Returns the same whether it was
 * going on, had ended, or is gone with its comment; `notFound` for a key that is not ours. Index: the primary key.
 */
export async function unsubscribe(key: string): Promise<Result> {
  const id = subscriptionOfEnd(key);
  if (!id) return { ok: false, error: "notFound" };
  await privateDb.subscription.updateMany({ where: { id, endedAt: null }, data: { endedAt: new Date() } });
  return { ok: true };
}
