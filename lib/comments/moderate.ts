import { privateDb } from "@/lib/db/private";
import { decisionInput, VERDICTS, type Verdict } from "@/lib/comments/moderation-schema";
import { answerLate, lockComment, moveComment, type AlreadyDecided, type Moved } from "@/lib/comments/move";
import { mayModerate } from "@/lib/comments/policy";
import { invalid, type Refusal } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** What comes of a decision. */
export type Decision = Moved | AlreadyDecided | Refusal;

/**
 * Makes a comment public. Takes `{ id, from }`: `from` is what it was when the moderator saw it (pending unless told).
 * Returns what it became and the ledger's row; or `forbidden`, `invalid`, `notFound`, or `alreadyDecided` with who and what.
 */
export async function approveComment(actor: Actor, input: unknown): Promise<Decision> {
  return decide(actor, "approve", input);
}

/** Turns a comment down: it stays in its list, unseen by readers. Takes and returns what `approveComment` does. */
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

async function decide(actor: Actor, verdict: Verdict, input: unknown): Promise<Decision> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = decisionInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, from } = parsed.data;
  const to = VERDICTS[verdict];
  return privateDb.$transaction(async (tx) => {
    const comment = await lockComment(tx, id);
    if (!comment) return { ok: false, error: "notFound" };
    if (comment.status !== from || comment.status === to) return answerLate(tx, actor, comment, to);
    return moveComment(tx, actor, comment, to, `comment.${verdict}`);
  });
}

/** The act of each verdict. */
export const decisions: Record<Verdict, (actor: Actor, input: unknown) => Promise<Decision>> = {
  approve: approveComment,
  reject: rejectComment,
  spam: markCommentAsSpam,
  trash: trashComment,
};
