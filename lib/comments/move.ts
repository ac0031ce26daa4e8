import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import type { CommentStatus } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/private";
import type { Refusal } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** A comment whose row is locked until the transaction ends. */
export interface LockedComment {
  id: string;
  postId: string;
  status: CommentStatus;
  name: string;
  /** The comment that began the thread (locked too) and what it is; null on that one itself. */
  root: { id: string; status: CommentStatus } | null;
}

/** A comment that was moved: whose, from where to where, and the row of the ledger that says so. */
export interface Moved {
  ok: true;
  id: string;
  name: string;
  to: CommentStatus;
  event: string;
}

/** Somebody was faster: who (null: the site itself, or nobody that the ledger knows), and what the comment is by that. */
export interface AlreadyDecided extends Refusal {
  error: "alreadyDecided";
  id: string;
  name: string;
  by: string | null;
  now: CommentStatus;
}

/**
 * Locks a comment, so that of two decisions at once one comes second and sees the first; null when there is none.
 * The one that began its thread is locked before it, since whether readers see an answer is up to both.
 * NO KEY UPDATE and not UPDATE: an answer that is being stored holds the post and asks for its parent's key
 * (FOR KEY SHARE), while a decision holds the comment and asks for the post.
 */
export async function lockComment(tx: Tx, id: string): Promise<LockedComment | null> {
  const rows = await tx.$queryRaw<Omit<LockedComment, "root">[]>`
    select id, post_id as "postId", status::text as status, name from comment
    where id = ${id}::uuid or id = (select root_id from comment where id = ${id}::uuid)
    order by root_id nulls first for no key update`;
  const comment = rows.find((row) => row.id === id);
  const root = rows.find((row) => row.id !== id) ?? null;
  return comment ? { ...comment, root } : null;
}

/**
 * Moves a locked comment, with everything that causes: its post's count of the comments that readers see, the ledger,
 * and, when it appears or disappears for readers, the mark on its thread. Takes who decided (null: the site itself, by
 * the rules of its settings), the act's name and, from the site itself, the reason for the ledger.
 */
export async function moveComment(
  tx: Tx,
  actor: Actor | null,
  comment: LockedComment,
  to: CommentStatus,
  act: string,
  why?: string,
): Promise<Moved> {
  const { id, postId, status: from, name } = comment;
  await tx.comment.update({
    where: { id },
    data: { status: to, decidedAt: to === "pending" ? null : new Date() },
    select: { id: true },
  });
  const more = Number(to === "approved") - Number(from === "approved");
  if (more !== 0) {
    const increment = more * (await seenWith(tx, comment));
    await tx.post.update({ where: { id: postId }, data: { approvedComments: { increment } }, select: { id: true } });
    await markChanged(tx, tags.thread(postId));
  }
  const event = await recordAudit(tx, { actorId: actor?.id ?? null, act, subject: { type: "comment", id }, from, to, why });
  return { ok: true, id, name, to, event };
}

/**
 * How many comments appear or disappear for readers with this one: an answer alone, and only in a thread whose first
 * comment is public; a first comment with all its public answers. Index: comment_public_answers.
 */
async function seenWith(tx: Tx, { id, root }: LockedComment): Promise<number> {
  if (root) return Number(root.status === "approved");
  return 1 + (await tx.comment.count({ where: { rootId: id, status: "approved" } }));
}

/**
 * What is answered when a comment is no longer what the actor saw. Takes what the actor wanted it to be: when it is
 * that, and by this same actor, the request came twice and the first answer holds. Index: audit_event_subject_type_….
 */
export async function answerLate(tx: Tx, actor: Actor, comment: LockedComment, to: CommentStatus): Promise<Moved | AlreadyDecided> {
  const { id, name, status: now } = comment;
  const last = await lastMove(tx, id);
  if (last && last.actorId === actor.id && now === to) return { ok: true, id, name, to, event: last.id };
  const by = last?.actorId ? await tx.user.findUnique({ where: { id: last.actorId }, select: { name: true } }) : null;
  return { ok: false, error: "alreadyDecided", id, name, by: by?.name ?? null, now };
}

/** The acts that move a comment, as the ledger names them. */
export const MOVES = ["comment.approve", "comment.reject", "comment.spam", "comment.trash", "comment.undo"];

/** The last row of the ledger that moved a comment, or null. Index: audit_event_subject_type_subject_id_id_idx. */
export async function lastMove(tx: Tx, commentId: string) {
  return tx.auditEvent.findFirst({
    where: { subjectType: "comment", subjectId: commentId, act: { in: MOVES } },
    orderBy: { id: "desc" },
    select: { id: true, actorId: true },
  });
}
