import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import type { Decision } from "@/lib/comments/moderate";
import { wordsTakenOut } from "@/lib/comments/mended";
import { isCut, staffEditInput } from "@/lib/comments/moderation-schema";
import { answerLate, lastMove, lockComment, type LockedComment } from "@/lib/comments/move";
import { isUnread, mayModerate, nextVersion } from "@/lib/comments/policy";
import { putBackBy } from "@/lib/comments/put-back";
import { edited, REPORTED_SINCE, sendSameText, type Edited } from "@/lib/comments/same-text";
import type { CommentEdit } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { answerInstead, closeReports, isReportedSince, reopenReports } from "@/lib/reports/close";
import { invalid, type Refusal } from "@/lib/result";
import { isComplainedOf, isOverturned, mailReasonsAgain, retractReasons, stateReasons } from "@/lib/statements/state";
import type { Actor } from "@/lib/users/policy";

/** What is called mended takes words out: these, as they are written. */
export interface TakesOut extends Refusal {
  gone: string[];
}

const WRONG_KIND: Refusal = { ok: false, error: "invalid", fields: { kind: ["invalidChoice"] } };

/**
 * Changes the text of a comment for the newsroom: of one that waits or is public, not of what was turned down, which is
 * what the decision was about. What it said before is kept for the desk and for its author (CommentEdit), and readers see
 * that the newsroom changed it. What the checks found stays: it is about what was sent. Takes untrusted `{ id, from, seen,
 * body, kind, why, answers, lastReport }`: what the comment was and which of its texts stood there when the change was begun. What takes
 * something out restricts the reply in part, and its reasons are stated as those of a rejection are (Regulation (EU)
 * 2022/2065, article 17(1)(a)). What readers reported of it is decided where `answers` says that this answers it, too:
 * they were right. By the change alone it is not: whoever makes it may have seen none of it, while a notice is decided on
 * with care (article 16(6)). What puts something back restricts nothing: what took that out is no longer stated, and what it had answered is open again. The same text sent again can answer
 * reports by the change before (sendSameText). Returns what an undo takes back, how many reports it answered, and whether any are open again. Refuses with `forbidden`, `invalid`, `notFound`,
 * `withdrawn`, `alreadyDecided` with who and what, `staleVersion` when the text was changed since (with the field
 * `answers`: it was reported since), and `duplicate` when the text is the same; with the field `kind` where nothing is put back, or what is called mended takes
 * words out, and which (TakesOut): that would be stated to nobody.
 */
export async function editAsStaff(actor: Actor, input: unknown): Promise<Edited | TakesOut | Refusal> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = staffEditInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, from, seen, body, kind, why, answers, lastReport } = parsed.data;
  return transact<Edited>(async (tx) => {
    const comment = await lockComment(tx, id);
    if (!comment) return { ok: false, error: "notFound" };
    if (comment.withdrawnAt) return { ok: false, error: "withdrawn" };
    if (comment.status !== from) return answerLate(tx, actor, comment, from);
    const before = await tx.comment.findUniqueOrThrow({ where: { id }, select: { body: true, editedByStaff: true } });
    if (before.body === body) return sendSameText(tx, actor, comment, { seen, answers, lastReport });
    if (isUnread(comment, seen)) return { ok: false, error: "staleVersion" };
    if (answers && (await isReportedSince(tx, id, lastReport))) return REPORTED_SINCE;
    const gone = kind === "correction" ? wordsTakenOut(before.body, body) : [];
    if (gone.length > 0) return { ...WRONG_KIND, gone } satisfies TakesOut;
    const back = kind === "restoration" ? await putBackBy(tx, { id, body: before.body }, body) : [];
    if (kind === "restoration" && back.length === 0) return WRONG_KIND;
    const at = nextVersion(comment.editedAt, new Date());
    const by = { actorId: actor.id };
    const noted = !isCut(kind) ? kind : why === null ? undefined : "reasonGiven";
    const event = await recordAudit(tx, { ...by, act: "comment.edit", subject: { type: "comment", id }, why: noted });
    const kept = { before: before.body, after: body, beforeAt: comment.editedAt, beforeByStaff: before.editedByStaff };
    const wasPublic = comment.status === "approved";
    await tx.commentEdit.create({ data: { ...kept, commentId: id, eventId: event, wasPublic, at }, select: { id: true } });
    await tx.commentEdit.updateMany({ where: { eventId: { in: back } }, data: { putBackBy: event } });
    let isReopened = false;
    for (const cut of back) if (await reopenReports(tx, cut)) isReopened = true;
    await store(tx, comment, { body, editedAt: at, editedByStaff: true });
    const stated = { commentId: id, from: comment.status, to: comment.status, isEdit: true, by, eventId: event, explanation: why };
    if (answers && (await closeReports(tx, id, "upheld", event))) await markChanged(tx, tags.settled(id, actor.id));
    if (isCut(kind)) await stateReasons(tx, { ...stated, ground: kind });
    return { ...(await edited(tx, comment, event)), ...(isReopened && { isReopened }) };
  });
}

/**
 * Brings back what a comment said before the newsroom changed it; what readers had reported of it is open again. What
 * stands there then may be a change that a complaint overturned before: it goes, too. Takes the transaction, who does, the
 * change's row in the ledger, and the comment's id. Refuses with `notFound`, `withdrawn`, `complained` when its author
 * complains of it, and `staleVersion` when the text was changed since, or published since, so that somebody read and
 * approved another text than would come back.
 */
export async function undoEdit(tx: Tx, actor: Actor, eventId: string, id: string): Promise<Decision> {
  const comment = await lockComment(tx, id);
  if (comment?.withdrawnAt) return { ok: false, error: "withdrawn" };
  const edit = await tx.commentEdit.findUnique({ where: { eventId, undoneAt: null } });
  if (!comment || !edit) return { ok: false, error: "notFound" };
  const isPublishedSince = comment.status === "approved" && !edit.wasPublic;
  if (comment.editedAt?.getTime() !== edit.at.getTime() || isPublishedSince) return { ok: false, error: "staleVersion" };
  if (await isComplainedOf(tx, eventId)) return { ok: false, error: "complained" };
  await retractReasons(tx, eventId);
  await tx.commentEdit.updateMany({ where: { commentId: id, putBackBy: eventId }, data: { putBackBy: null } });
  await mailReasonsAgain(tx, id);
  const event = await bringBack(tx, actor, comment, edit);
  await bringBackText(tx, actor, { ...comment, editedAt: edit.beforeAt });
  return { ok: true, id, name: comment.name, to: comment.status, event };
}

/**
 * Brings back what was taken out of a locked comment's text where its author was right to complain (lib/statements): the
 * last change, and each before it that was overturned, too; what these had answered is open again (reopenReports). One on which another change stands stays: with it would come
 * back what was taken out later, on a ground that nobody found wrong, or go what somebody else wrote. It comes back when
 * that is taken back; until then the newsroom can put it back by hand, and what was written before stays in CommentEdit,
 * for the desk and for its author. Indexes: comment_edit (comment_id, at), those of isOverturned.
 */
export async function bringBackText(tx: Tx, actor: Actor, comment: LockedComment): Promise<void> {
  for (let at = comment.editedAt; at;) {
    const edit = await tx.commentEdit.findFirst({ where: { commentId: comment.id, at, undoneAt: null } });
    if (!edit || !(await isOverturned(tx, edit.eventId))) return;
    await bringBack(tx, actor, comment, edit, "complaint");
    at = edit.beforeAt;
  }
}

async function bringBack(tx: Tx, actor: Actor, comment: LockedComment, edit: CommentEdit, why?: string): Promise<string> {
  await tx.commentEdit.update({ where: { id: edit.id }, data: { undoneAt: new Date() }, select: { id: true } });
  await reopen(tx, comment, edit.eventId);
  await store(tx, comment, { body: edit.before, editedAt: edit.beforeAt, editedByStaff: edit.beforeByStaff });
  const subject = { type: "comment", id: comment.id } as const;
  return recordAudit(tx, { actorId: actor.id, act: "comment.undoEdit", subject, why });
}

/** What a change had answered that is gone is open again; of a reply that is off the page by now, what took it off answers that. */
async function reopen(tx: Tx, { id, status }: LockedComment, eventId: string): Promise<void> {
  const off = status === "approved" || status === "pending" ? null : await lastMove(tx, id);
  if (off) await answerInstead(tx, eventId, off.id);
  else await reopenReports(tx, eventId);
}

async function store(
  tx: Tx,
  { id, postId, status }: LockedComment,
  text: { body: string; editedAt: Date | null; editedByStaff: boolean },
): Promise<void> {
  await tx.comment.update({ where: { id }, data: text, select: { id: true } });
  if (status === "approved") await markChanged(tx, tags.thread(postId), tags.replies());
}
