import { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import { lockComment, moveComment } from "@/lib/comments/move";
import { mayModerate } from "@/lib/comments/policy";
import { MAX_REASON_CHARS } from "@/lib/comments/moderation-schema";
import { requiredText } from "@/lib/comments/schema";
import { privateDb, type Tx } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import { invalid, type Result } from "@/lib/result";
import { stateReasons } from "@/lib/statements/state";
import { firstDeciders } from "@/lib/statements/deciders";
import { mayAnswer, MAX_COMPLAINT_CHARS } from "@/lib/statements/policy";
import type { Actor } from "@/lib/users/policy";

const answerInput = z.object({
  id: z.uuid("notFound"),
  outcome: z.enum(["upheld", "overturned"], "required"),
  answer: requiredText(MAX_COMPLAINT_CHARS),
});

/**
 * Answers a complaint, by a person other than the first one and with reasons (Regulation (EU) 2022/2065, article 20(4) to
 * (6)): the decision stands, or is overturned: the reply of who complained is published, or one that they reported taken off the page. They are told by mail (article 20(5)). Takes
 * untrusted `{ id, outcome, answer }`. Refuses with `forbidden`, `invalid`, `notFound`, `alreadyDecided`, `withdrawn`,
 * or `ownDecision` when the same person decided first and somebody else can.
 */
export async function answerComplaint(actor: Actor, input: unknown): Promise<Result> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = answerInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, outcome, answer } = parsed.data;
  return privateDb.$transaction(async (tx): Promise<Result> => {
    const asked = await tx.complaint.findUnique({ where: { id }, select: ABOUT });
    const commentId = asked?.statement?.commentId ?? asked?.report?.reportCase.commentId;
    const comment = commentId ? await lockComment(tx, commentId) : null;
    const complaint = await tx.complaint.findUnique({ where: { id }, select: { decidedAt: true } });
    if (!asked || !comment || !complaint) return { ok: false, error: "notFound" };
    if (complaint.decidedAt) return { ok: false, error: "alreadyDecided" };
    if (comment.withdrawnAt) return { ok: false, error: "withdrawn" };
    if (!mayAnswer(actor, await firstDeciders(tx, actor, asked.statement?.eventId ?? asked.firstEventId)))
      return { ok: false, error: "ownDecision" };
    const act = outcome === "overturned" ? "complaint.overturn" : "complaint.uphold";
    const eventId = await recordAudit(tx, { actorId: actor.id, act, subject: { type: "complaint", id } });
    await tx.complaint.update({ where: { id }, data: { decidedAt: new Date(), outcome, answer, eventId }, select: { id: true } });
    if (outcome === "overturned") await overturn(tx, actor, comment, asked.report ? answer : null);
    await enqueue(tx, "mail.complaintAnswered", { complaintId: id });
    return { ok: true };
  });
}

const ABOUT = {
  firstEventId: true,
  statement: { select: { commentId: true, eventId: true } },
  report: { select: { reportCase: { select: { commentId: true } } } },
} as const;

type Comment = NonNullable<Awaited<ReturnType<typeof lockComment>>>;

/**
 * Does to a locked reply what was refused: publishes it; or, where who reported it was right, takes it off the page, and
 * states that to its author with the answer's words (article 17).
 */
async function overturn(tx: Tx, actor: Actor, comment: Comment, words: string | null): Promise<void> {
  const { id: commentId, status: from } = comment;
  const by = { actorId: actor.id };
  if (words === null) {
    if (from !== "approved") await moveComment(tx, by, comment, "approved", "comment.approve", "complaint");
    return;
  }
  if (from !== "approved" && from !== "pending") return;
  const reason = Array.from(words).slice(0, MAX_REASON_CHARS).join("");
  await tx.comment.update({ where: { id: commentId }, data: { reason }, select: { id: true } });
  const { event: eventId } = await moveComment(tx, by, comment, "rejected", "comment.reject", "complaint");
  await stateReasons(tx, { commentId, from, to: "rejected", by, eventId, ground: "guidelines", explanation: reason });
}
