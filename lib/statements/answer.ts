import { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { lockComment, moveComment, type LockedComment } from "@/lib/comments/move";
import { isUnread, mayModerate } from "@/lib/comments/policy";
import { MAX_REASON_CHARS } from "@/lib/comments/moderation-schema";
import { requiredText } from "@/lib/comments/schema";
import { bringBackText } from "@/lib/comments/staff-edit";
import { isStillOut } from "@/lib/comments/still-out";
import type { Prisma } from "@/lib/db/generated/client";
import { StatementGround } from "@/lib/db/generated/enums";
import { privateDb, type Tx } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import { invalid, type Result } from "@/lib/result";
import { groundOfReport } from "@/lib/statements/ground";
import { stateReasons } from "@/lib/statements/state";
import { firstDeciders } from "@/lib/statements/deciders";
import { contestedBy, heldByNewer, newerDecisions } from "@/lib/statements/newer";
import { mayAnswer, MAX_COMPLAINT_CHARS } from "@/lib/statements/policy";
import type { Actor } from "@/lib/users/policy";

const answerInput = z.object({
  id: z.uuid("notFound"),
  outcome: z.enum(["upheld", "overturned"], "required"),
  answer: requiredText(MAX_COMPLAINT_CHARS),
  ground: z.enum(StatementGround, "invalidChoice").optional(),
  seen: z.string().optional(),
});

/**
 * Answers a complaint, by a person other than the first one and with reasons (Regulation (EU) 2022/2065, article 20(4) to
 * (6)): the decision stands, or is overturned: the reply of who complained is published, or says again what was taken
 * out of it; or one that they reported is taken off the page, on the ground that is named, else on that on which they
 * reported it. Where the newsroom decided on the reply anew since, that decision holds, of which nobody complained. They
 * are told by mail (article 20(5)). Takes untrusted `{ id, outcome, answer, ground, seen }`; `seen` is which of the
 * reply's texts stood there (lib/comments/policy.ts). Returns `staysOut` where what was
 * taken out did not come back, since the text was changed again (bringBackText says why), and `isHeld` where a newer
 * decision keeps the reply from what this one would have made it. Refuses with
 * `forbidden`, `invalid`, `notFound`, `alreadyDecided`, `withdrawn`, `staleVersion` when a text that nobody read would become public, or `ownDecision` when the same person decided first
 * and somebody else can.
 */
export async function answerComplaint(actor: Actor, input: unknown): Promise<Result<Left>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = answerInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, outcome, answer, ground, seen } = parsed.data;
  return privateDb.$transaction(async (tx): Promise<Result<Left>> => {
    const asked = await tx.complaint.findUnique({ where: { id }, select: ABOUT });
    const commentId = asked?.statement?.commentId ?? asked?.report?.reportCase.commentId;
    const comment = commentId ? await lockComment(tx, commentId) : null;
    const complaint = await tx.complaint.findUnique({ where: { id }, select: { decidedAt: true } });
    if (!asked || !comment || !complaint) return { ok: false, error: "notFound" };
    if (complaint.decidedAt) return { ok: false, error: "alreadyDecided" };
    if (comment.withdrawnAt) return { ok: false, error: "withdrawn" };
    if (!mayAnswer(actor, await firstDeciders(tx, actor, asked.statement?.eventId ?? asked.firstEventId)))
      return { ok: false, error: "ownDecision" };
    const isPublishing = outcome === "overturned" && asked.statement?.isEdit === false && comment.status !== "approved";
    if (isPublishing && isUnread(comment, seen)) return { ok: false, error: "staleVersion" };
    const act = outcome === "overturned" ? "complaint.overturn" : "complaint.uphold";
    const eventId = await recordAudit(tx, { actorId: actor.id, act, subject: { type: "complaint", id } });
    await tx.complaint.update({ where: { id }, data: { decidedAt: new Date(), outcome, answer, eventId }, select: { id: true } });
    await markChanged(tx, tags.settled(id, actor.id));
    await enqueue(tx, "mail.complaintAnswered", { complaintId: id });
    const left = outcome === "overturned" ? await overturn(tx, actor, comment, { ground, answer, ...asked }) : {};
    return { ok: true, ...left };
  });
}

const ABOUT = {
  id: true,
  byReporter: true,
  firstEventId: true,
  statement: { select: { commentId: true, eventId: true, isEdit: true } },
  report: { select: { reason: true, reportCase: { select: { commentId: true } } } },
} as const satisfies Prisma.ComplaintSelect;

interface Overturned extends Prisma.ComplaintGetPayload<{ select: typeof ABOUT }> {
  ground?: StatementGround;
  answer: string;
}

/** What a complaint that was right did not lead to. */
interface Left {
  staysOut?: boolean;
  isHeld?: boolean;
}

/** Undoes what a decision on a locked reply did, unless a newer one holds. */
async function overturn(tx: Tx, actor: Actor, comment: LockedComment, about: Overturned): Promise<Left> {
  const { statement, report, ground, answer } = about;
  if (statement?.isEdit) {
    await bringBackText(tx, actor, comment);
    return (await isStillOut(tx, statement.eventId)) ? { staysOut: true } : {};
  }
  const contested = contestedBy(about, comment.id);
  if ((await newerDecisions(tx, [contested])).size > 0) return (await heldByNewer(tx, contested)) ? { isHeld: true } : {};
  if (report) await takeOff(tx, actor, comment, { ground: ground ?? groundOfReport(report.reason), answer });
  else if (comment.status !== "approved") await moveComment(tx, { actorId: actor.id }, comment, "approved", "comment.approve", "complaint");
  return {};
}

interface Stated {
  ground: StatementGround;
  answer: string;
}

/** Takes a locked reply off the page, since who reported it was right, and states that to its author with the answer's words (article 17). */
async function takeOff(tx: Tx, actor: Actor, comment: LockedComment, { ground, answer }: Stated): Promise<void> {
  const { id: commentId, status: from } = comment;
  if (from !== "approved" && from !== "pending") return;
  const by = { actorId: actor.id };
  const reason = Array.from(answer).slice(0, MAX_REASON_CHARS).join("");
  await tx.comment.update({ where: { id: commentId }, data: { reason }, select: { id: true } });
  const { event: eventId } = await moveComment(tx, by, comment, "rejected", "comment.reject", "complaint");
  await stateReasons(tx, { commentId, from, to: "rejected", by, eventId, ground, explanation: reason });
}
