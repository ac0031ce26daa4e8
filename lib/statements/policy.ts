import { daysAfter } from "@/lib/days";
import type { CommentStatus } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/users/policy";

/** How long one may complain of a decision (Regulation (EU) 2022/2065, article 20(1): at least six months). */
export const COMPLAINT_DAYS = 184;

/**
 * Whether a decision restricts who sees a reply, and so needs a statement of reasons (article 17(1)(a)): it was public, or
 * waited to be. Between the lists of what is not public nothing is restricted anew.
 */
export function isRestriction(from: CommentStatus, to: CommentStatus): boolean {
  if (from === "approved") return to !== "approved";
  return from === "pending" && to !== "approved" && to !== "pending";
}

/**
 * Whether a decision is stated: it restricts a reply, or gives what was off the page already a reason of its own, or turns
 * down what was only taken for spam. Whoever tidies the lists of what is not public does none of it.
 */
export function isDecidedAnew(from: CommentStatus, to: CommentStatus, hasReason: boolean): boolean {
  if (isRestriction(from, to)) return true;
  return from !== to && isRestriction("pending", to) && (hasReason || (from === "spam" && to === "rejected"));
}

/** So long an answer's mail may be on its way: it is tried again while the mail server is away. */
export const ANSWER_DAYS = 7;

/** Until when one may complain of a decision. Takes when it was told. */
export function complainUntil(toldAt: Date): Date {
  return daysAfter(toldAt, COMPLAINT_DAYS);
}

/** A complaint's text and its answer, in Unicode code points. The database holds the same. */
export const MAX_COMPLAINT_CHARS = 5_000;

/**
 * Whether a complaint that came once more is the first one sent again, a retry, and not another text that would be lost.
 * Takes what is stored, null where nothing was said, and what came.
 */
export function isSameComplaint(stored: string | null, text: string): boolean {
  return text === "" || text === stored;
}

/**
 * Whether the actor may answer a complaint: not of their own decision, as long as somebody else can. Where nobody else
 * works here an administrator may look again, and the page says so. Takes who decides on comments at all.
 */
export function mayAnswer(actor: Actor, { firstId, hasOthers }: { firstId: string | null; hasOthers: boolean }): boolean {
  return firstId !== actor.id || (!hasOthers && actor.role === "administrator");
}
