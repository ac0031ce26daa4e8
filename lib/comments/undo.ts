import { setClosed } from "@/lib/comments/close-thread";
import type { Decision } from "@/lib/comments/moderate";
import { undoInput, STATUSES } from "@/lib/comments/moderation-schema";
import { answerLate, lastMove, lockComment, moveComment, MOVES, type LockedComment } from "@/lib/comments/move";
import { setPinned } from "@/lib/comments/pin";
import { mayModerate } from "@/lib/comments/policy";
import { undoEdit } from "@/lib/comments/staff-edit";
import { privateDb, type Tx } from "@/lib/db/private";
import { recordAudit } from "@/lib/audit/record";
import { reopenReports } from "@/lib/reports/close";
import { isComplainedOf, mailReasonsAgain, retractReasons } from "@/lib/statements/state";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Takes decisions back: each comment becomes again what the ledger says it was, unless somebody decided on it since.
 * Takes untrusted `{ events }`, the decisions' rows in the ledger. Returns what became of each in the order asked for
 * (`notFound`, `withdrawn`, `staleVersion`, `alreadyDecided` with who, `complained` where somebody complains of it,
 * which another person answers, and `wrongStatus` for what was a taking back itself: whoever means the decision after all
 * makes it anew, with its reasons, among them); or `forbidden`, or `invalid`.
 */
export async function undoDecisions(actor: Actor, input: unknown): Promise<Result<{ decided: Decision[] }>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = undoInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const decided: Decision[] = [];
  for (const event of new Set(parsed.data.events)) decided.push(await privateDb.$transaction((tx) => undoIn(tx, actor, event)));
  return { ok: true, decided };
}

/** The same of one decision, within the transaction of an act that does more than that. Takes who undoes it (and may). */
export async function undoIn(tx: Tx, actor: Actor, eventId: string): Promise<Decision> {
  const event = await tx.auditEvent.findFirst({
    where: { id: eventId, subjectType: "comment", act: { in: [...MOVES, ...Object.keys(OTHERS)] } },
    select: { act: true, at: true, subjectId: true, from: true, to: true },
  });
  const other = event && OTHERS[event.act];
  if (other) return other(tx, actor, eventId, event.subjectId);
  if (event?.act === "comment.undo") return { ok: false, error: "wrongStatus" };
  const back = STATUSES.find((status) => status === event?.from);
  const comment = event && (await lockComment(tx, event.subjectId));
  if (!comment || !back) return { ok: false, error: "notFound" };
  if (comment.withdrawnAt) return { ok: false, error: "withdrawn" };
  // Nobody of the newsroom has read what its author changed since.
  if (back === "approved" && comment.editedAt && comment.editedAt > event.at && !(await isStaffs(tx, comment)))
    return { ok: false, error: "staleVersion" };
  // Both are asked, since ids of two instances whose clocks differ do not tell which decision was later.
  const isLast = (await lastMove(tx, comment.id))?.id === eventId && event.to === comment.status;
  if (!isLast) return answerLate(tx, actor, comment, back);
  if (await isComplainedOf(tx, eventId)) return { ok: false, error: "complained" };
  await reopenReports(tx, eventId);
  await retractReasons(tx, eventId);
  await mailReasonsAgain(tx, comment.id);
  return moveComment(tx, { actorId: actor.id }, comment, back, "comment.undo");
}

/** What takes back the acts that move nothing: that a reply may stay whatever was reported of it, and what is changed about it. */
const OTHERS: Record<string, (tx: Tx, actor: Actor, eventId: string, id: string) => Promise<Decision>> = {
  "comment.dismissReports": undoDismissal,
  "comment.edit": undoEdit,
  "comment.pin": (tx, actor, _, id) => setPinned(tx, actor, id, false),
  "comment.unpin": (tx, actor, _, id) => setPinned(tx, actor, id, true),
  "comment.closeThread": (tx, actor, _, id) => setClosed(tx, actor, id, false),
  "comment.openThread": (tx, actor, _, id) => setClosed(tx, actor, id, true),
};

async function undoDismissal(tx: Tx, actor: Actor, eventId: string, id: string): Promise<Decision> {
  const comment = await lockComment(tx, id);
  if (await isComplainedOf(tx, eventId)) return { ok: false, error: "complained" };
  if (!comment || !(await reopenReports(tx, eventId))) return { ok: false, error: "notFound" };
  const { name, status: to } = comment;
  const event = await recordAudit(tx, { actorId: actor.id, act: "comment.reopenReports", subject: { type: "comment", id } });
  return { ok: true, id, name, to, event };
}

/** Whether the newsroom wrote the text as it stands. */
async function isStaffs(tx: Tx, { id }: LockedComment): Promise<boolean> {
  const { editedByStaff } = await tx.comment.findUniqueOrThrow({ where: { id }, select: { editedByStaff: true } });
  return editedByStaff;
}
