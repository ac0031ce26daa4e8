import { changesInForce } from "@/lib/comments/policy";
import type { Tx } from "@/lib/db/private";

/** One change of a comment's text by the newsroom. */
export interface StaffChange {
  /** The ledger's row. */
  eventId: string;
  before: string;
  /** Null of an old one where that is not known. */
  after: string | null;
}

/** The newsroom's changes of a text, the newest first. */
export interface StaffChanges {
  /** Those that were not taken back. */
  kept: StaffChange[];
  /** Of them those in force in the text as it stands, but what was put back, and what put that back: what these took out is still out. */
  out: StaffChange[];
}

/** The newsroom's changes of a comment's text. Takes the transaction (or the client) and the comment's id. Index: comment_edit (comment_id, at). */
export async function changesOf(tx: Tx, commentId: string): Promise<StaffChanges> {
  const comment = await tx.comment.findUniqueOrThrow({
    where: { id: commentId },
    select: { editedByStaff: true, edits: { where: { undoneAt: null }, orderBy: { at: "desc" }, select: CHANGE } },
  });
  const putBack = new Set(comment.edits.map(({ putBackBy }) => putBackBy));
  const out = changesInForce(comment).filter(({ putBackBy, eventId }) => putBackBy === null && !putBack.has(eventId));
  return { kept: comment.edits, out };
}

const CHANGE = { eventId: true, before: true, after: true, beforeByStaff: true, putBackBy: true } as const;

/** Whether what a change took out is still out. Takes the transaction (or the client), the comment's id, and the change's row in the ledger. Index: that of changesOf. */
export async function isStillOut(tx: Tx, commentId: string, eventId: string): Promise<boolean> {
  return (await changesOf(tx, commentId)).out.some((change) => change.eventId === eventId);
}
