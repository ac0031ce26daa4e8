import type { z } from "zod";
import { decisionInput, VERDICTS, type Verdict } from "@/lib/comments/moderation-schema";
import { answerLate, lockComment, moveComment, type AlreadyDecided, type Moved } from "@/lib/comments/move";
import { isUnread, mayModerate } from "@/lib/comments/policy";
import { privateDb, type Tx } from "@/lib/db/private";
import { invalid, type Refusal } from "@/lib/result";
import { stateReasons } from "@/lib/statements/state";
import type { Actor } from "@/lib/users/policy";

/** What comes of a decision. */
export type Decision = Moved | AlreadyDecided | Refusal;

/**
 * Makes a comment public. Takes `{ id, from, seen }`: what it was when the moderator saw it (pending unless told), and
 * which of its texts they read. Returns what it became and the ledger's row; or `forbidden`, `invalid`, `notFound`,
 * `alreadyDecided` with who and what, `withdrawn`, or `staleVersion` when its author changed the text since.
 */
export async function approveComment(actor: Actor, input: unknown): Promise<Decision> {
  return decide(actor, "approve", input);
}

/**
 * Turns a comment down: it stays in its list, unseen by readers. Takes and returns what `approveComment` does, and takes
 * a `reason` as well, which its author alone is shown (lib/comments/own.ts), and its `ground`. It stays on the comment when that is
 * approved later, unseen, so that this can be taken back; the next decision against it replaces it.
 */
export async function rejectComment(actor: Actor, input: unknown): Promise<Decision> {
  return decide(actor, "reject", input);
}

/** Calls a comment unsolicited advertising. Takes and returns what `approveComment` does. */
export async function markCommentAsSpam(actor: Actor, input: unknown): Promise<Decision> {
  return decide(actor, "spam", input);
}

/** Puts a comment into the bin. Takes and returns what `approveComment` does. */
export async function trashComment(actor: Actor, input: unknown): Promise<Decision> {
  return decide(actor, "trash", input);
}

/**
 * Lets a comment wait again, out of whichever list it is in, to be decided on anew; a reason that was told stays with it
 * as with an approval. Takes and returns what `approveComment` does.
 */
export async function unapproveComment(actor: Actor, input: unknown): Promise<Decision> {
  return decide(actor, "unapprove", input);
}

async function decide(actor: Actor, verdict: Verdict, input: unknown): Promise<Decision> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = decisionInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return privateDb.$transaction((tx) => decideIn(tx, actor, verdict, parsed.data));
}

/**
 * A decision within the transaction of an act that does more than that. Takes the transaction, who decides (and may), the
 * verdict, and the parsed decision. Returns what `approveComment` does.
 */
export async function decideIn(tx: Tx, actor: Actor, verdict: Verdict, decision: z.output<typeof decisionInput>): Promise<Decision> {
  const { id, from, seen, reason, ground } = decision;
  const to = VERDICTS[verdict];
  const comment = await lockComment(tx, id);
  if (!comment) return { ok: false, error: "notFound" };
  if (comment.withdrawnAt) return { ok: false, error: "withdrawn" };
  if (comment.status !== from || comment.status === to) return answerLate(tx, actor, comment, to);
  if (to === "approved" && isUnread(comment, seen)) return { ok: false, error: "staleVersion" };
  if (isAgainst(verdict)) await tx.comment.update({ where: { id }, data: { reason }, select: { id: true } });
  const by = { actorId: actor.id };
  const moved = await moveComment(tx, by, comment, to, `comment.${verdict}`, reason === null ? undefined : "reasonGiven");
  await stateReasons(tx, { commentId: id, from, to, by, eventId: moved.event, ground, explanation: reason });
  return moved;
}

/** Whether a verdict turns the comment down: its reason then takes the place of an earlier one. */
function isAgainst(verdict: Verdict): boolean {
  return verdict !== "approve" && verdict !== "unapprove";
}

/** The act of each verdict. */
export const decisions: Record<Verdict, (actor: Actor, input: unknown) => Promise<Decision>> = {
  approve: approveComment,
  unapprove: unapproveComment,
  reject: rejectComment,
  spam: markCommentAsSpam,
  trash: trashComment,
};
