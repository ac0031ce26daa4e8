import { provenComment } from "@/lib/comments/checks/challenge";
import { addCheck } from "@/lib/comments/checks/store";
import { lockComment } from "@/lib/comments/move";
import { receiptKey } from "@/lib/comments/receipt";
import { reconsider } from "@/lib/comments/settle";
import { transact } from "@/lib/db/transact";
import type { Result } from "@/lib/result";

/**
 * Notes that a browser did the work asked for with a doubtful comment (checks/challenge.ts): that speaks for it, once,
 * and the site's rules decide again. Takes what was sent. Returns the receipt's key, the same when it is sent twice.
 * Refuses with `invalid` what shows no work of ours, with `linkExpired` what comes too late, with `notFound` when the
 * comment is gone. Nobody else can send it: the challenge was given with the receipt.
 */
export async function proveWork(sent: string): Promise<Result<{ receipt: string }>> {
  const proven = await provenComment(sent);
  if (!proven) return { ok: false, error: "invalid" };
  if (proven === "expired") return { ok: false, error: "linkExpired" };
  const { id } = proven;
  return transact(async (tx): Promise<Result<{ receipt: string }>> => {
    if (!(await lockComment(tx, id))) return { ok: false, error: "notFound" };
    const isNoted = await tx.commentCheck.count({ where: { commentId: id, rule: "proofOfWork" } });
    if (!isNoted) {
      await addCheck(tx, id, { rule: "proofOfWork", score: -5 });
      await reconsider(tx, id);
    }
    return { ok: true, receipt: receiptKey(id) };
  });
}
