import { recordAudit } from "@/lib/audit/record";
import { eraseComment } from "@/lib/comments/erase";
import { deleteInput } from "@/lib/comments/moderation-schema";
import { answerLate, lockComment, type AlreadyDecided, type Moved } from "@/lib/comments/move";
import { mayModerate } from "@/lib/comments/policy";
import type { Tx } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { invalid, type Refusal } from "@/lib/result";
import { keptForComplaints } from "@/lib/statements/kept";
import type { Actor } from "@/lib/users/policy";

/** Why a comment cannot be deleted yet: reports or a complaint about it are open, was answered just now, or can still come in until then. */
export interface StillKept extends Refusal {
  error: "inUse";
  why: "reported" | "complained" | "answered" | "complainable";
  until: Date | null;
}

/**
 * Erases for good what lies in Spam or in the trash, with all that is known of its author (lib/comments/erase.ts): nothing
 * brings it back. Its author's receipt says that the newsroom deleted it. Takes untrusted `{ id, from }`. Returns the
 * ledger's row; or `forbidden`, `invalid`, `notFound`, `withdrawn`, `alreadyDecided` with who and what, and `inUse` for
 * what somebody complains of, has reported, or may still complain of (Regulation (EU) 2022/2065, article 20(1)).
 */
export async function deleteComment(actor: Actor, input: unknown): Promise<Moved | AlreadyDecided | StillKept | Refusal> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = deleteInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, from } = parsed.data;
  return transact<Moved>(async (tx) => {
    // Locked first, in the order in which a submission locks.
    await tx.$queryRaw`select from submission where comment_id = ${id}::uuid for update`;
    const comment = await lockComment(tx, id);
    if (!comment) return { ok: false, error: "notFound" };
    if (comment.withdrawnAt) return { ok: false, error: "withdrawn" };
    if (comment.status !== from) return answerLate(tx, actor, comment, from);
    const kept = await stillKept(tx, id);
    if (kept) return kept;
    const { name, status } = comment;
    const event = await recordAudit(tx, { actorId: actor.id, act: "comment.delete", subject: { type: "comment", id }, from: status });
    const erased = await eraseComment(tx, id);
    if (!erased.ok) return erased;
    await tx.comment.update({ where: { id }, data: { deletedByStaff: true }, select: { id: true } });
    return { ok: true, id, name, to: status, event };
  });
}

async function stillKept(tx: Tx, commentId: string): Promise<StillKept | null> {
  const refused = { ok: false, error: "inUse" } as const;
  if (await tx.reportCase.count({ where: { commentId, decidedAt: null } })) return { ...refused, why: "reported", until: null };
  const kept = await keptForComplaints(tx, commentId, new Date());
  return kept && { ...refused, ...kept };
}
