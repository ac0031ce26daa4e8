import type { Act } from "@/lib/audit/acts";
import { recordAudit, type Doer } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { announceComment } from "@/lib/comments/announce";
import type { CommentStatus } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import { closeReports } from "@/lib/reports/close";
import type { Refusal } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** A comment whose row is locked until the transaction ends. */
export interface LockedComment {
  id: string;
  postId: string;
  parentId: string | null;
  status: CommentStatus;
  name: string;
  editedAt: Date | null;
  withdrawnAt: Date | null;
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
    select id, post_id as "postId", parent_id as "parentId", status::text as status, name, edited_at as "editedAt",
      withdrawn_at as "withdrawnAt"
    from comment
    where id = ${id}::uuid or id = (select root_id from comment where id = ${id}::uuid)
    order by root_id nulls first for no key update`;
  const comment = rows.find((row) => row.id === id);
  const root = rows.find((row) => row.id !== id) ?? null;
  return comment ? { ...comment, root } : null;
}

/**
 * Moves a locked comment, with everything that causes: its post's count of the comments that readers see, the ledger,
 * and, when it appears or disappears for readers, the mark on its thread. From a person's decision the spam filter
 * learns. Takes who decided (or by which of its settings the site did), the act's name and, where there is one, the
 * code of the reason for the ledger. What readers reported of it is decided by that, too.
 */
export async function moveComment(tx: Tx, by: Doer, comment: LockedComment, to: CommentStatus, act: Act, why?: string): Promise<Moved> {
  const { id, status: from, name } = comment;
  await tx.comment.update({
    where: { id },
    data: { status: to, decidedAt: to === "pending" ? null : new Date() },
    select: { id: true },
  });
  if (to === "approved" && from !== "approved") {
    await countSeen(tx, comment, 1);
    // What an undo brings back is not new to anybody.
    if (act !== "comment.undo") await markChanged(tx, tags.shown(comment.postId, id));
    await announceComment(tx, comment);
  }
  if (from === "approved" && to !== "approved") await countSeen(tx, comment, -1);
  if (by.actorId) {
    await enqueue(tx, "comment.learn", { commentId: id });
    await markChanged(tx, tags.moved(id, to, by.actorId));
  }
  const event = await recordAudit(tx, { ...by, act, subject: { type: "comment", id }, from, to, why });
  // Who decides on a reply decides on what was reported of it; the site's own rules publish nothing that was.
  if (act !== "comment.undo" && to !== "pending" && (by.actorId || to !== "approved"))
    await closeReports(tx, id, to === "approved" ? "dismissed" : "upheld", event);
  return { ok: true, id, name, to, event };
}

/**
 * Keeps a post's count, and marks its thread, when a locked comment appears (1) or disappears (-1) for readers: an
 * answer alone, a first comment with all its public answers. What its author took back is shown where it holds answers,
 * and not counted. Index: comment_public_answers.
 */
export async function countSeen(tx: Tx, comment: LockedComment, more: 1 | -1): Promise<void> {
  const answers = comment.root ? 0 : await tx.comment.count({ where: { rootId: comment.id, status: "approved", withdrawnAt: null } });
  await changeCount(tx, comment, more * (seenAlone(comment) + answers));
}

/** The same for a comment that is taken back: it alone leaves the count, its answers stay. */
export async function uncountWithdrawn(tx: Tx, comment: LockedComment): Promise<void> {
  await changeCount(tx, comment, -seenAlone(comment));
}

/** Whether readers see a public comment: an answer only in a thread whose first comment is public. */
function seenAlone({ root }: LockedComment): number {
  return root ? Number(root.status === "approved") : 1;
}

async function changeCount(tx: Tx, { postId }: LockedComment, increment: number): Promise<void> {
  await tx.post.update({ where: { id: postId }, data: { approvedComments: { increment } }, select: { id: true } });
  await markChanged(tx, tags.thread(postId), tags.replies());
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

/** The acts that decide on a comment, as the ledger names them. */
export const DECISIONS = ["comment.approve", "comment.reject", "comment.spam", "comment.trash"];

/** The acts that move a comment: decisions, letting one wait again or taking one back, and publishing an answer of the newsroom. */
export const MOVES = [...DECISIONS, "comment.unapprove", "comment.undo", "comment.reply"];

/** The last row of the ledger that moved a comment, or null. Index: audit_event_subject_type_subject_id_id_idx. */
export async function lastMove(tx: Tx, commentId: string) {
  return tx.auditEvent.findFirst({
    where: { subjectType: "comment", subjectId: commentId, act: { in: MOVES } },
    orderBy: { id: "desc" },
    select: { id: true, actorId: true },
  });
}
