import { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import { lockComment, moveComment } from "@/lib/comments/move";
import { mayModerate } from "@/lib/comments/policy";
import { requiredText } from "@/lib/comments/schema";
import { privateDb, type Tx } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import { invalid, type Result } from "@/lib/result";
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
 * (6)): the decision stands, or is overturned and the reply published. Its author is told by mail (article 20(5)). Takes
 * untrusted `{ id, outcome, answer }`. Refuses with `forbidden`, `invalid`, `notFound`, `alreadyDecided`, `withdrawn`,
 * or `ownDecision` when the same person decided first and somebody else can.
 */
export async function answerComplaint(actor: Actor, input: unknown): Promise<Result> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = answerInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, outcome, answer } = parsed.data;
  return privateDb.$transaction(async (tx): Promise<Result> => {
    const asked = await tx.complaint.findUnique({ where: { id }, select: { statement: { select: { commentId: true, eventId: true } } } });
    const comment = asked?.statement && (await lockComment(tx, asked.statement.commentId));
    const complaint = await tx.complaint.findUnique({ where: { id }, select: { decidedAt: true } });
    if (!asked?.statement || !comment || !complaint) return { ok: false, error: "notFound" };
    if (complaint.decidedAt) return { ok: false, error: "alreadyDecided" };
    if (comment.withdrawnAt) return { ok: false, error: "withdrawn" };
    if (!mayAnswer(actor, await firstDeciders(tx, actor, asked.statement.eventId))) return { ok: false, error: "ownDecision" };
    const act = outcome === "overturned" ? "complaint.overturn" : "complaint.uphold";
    const eventId = await recordAudit(tx, { actorId: actor.id, act, subject: { type: "complaint", id } });
    await tx.complaint.update({ where: { id }, data: { decidedAt: new Date(), outcome, answer, eventId }, select: { id: true } });
    if (outcome === "overturned" && comment.status !== "approved") await publish(tx, actor, comment);
    await enqueue(tx, "mail.complaintAnswered", { complaintId: id });
    return { ok: true };
  });
}

async function publish(tx: Tx, actor: Actor, comment: NonNullable<Awaited<ReturnType<typeof lockComment>>>): Promise<void> {
  await moveComment(tx, { actorId: actor.id }, comment, "approved", "comment.approve", "complaint");
}
