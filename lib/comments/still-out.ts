import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/private";

/**
 * Whether what a change of a text by the newsroom took out is still out, asked in SQL of a row of comment_edit: it was not
 * taken back, nor put back by a later one (nor did it put that back), and the text is still the newsroom's: once its author
 * has changed it, it is theirs, whoever changes it next. Index: comment_edit (comment_id, at).
 */
export const IS_STILL_OUT = Prisma.sql`(
  comment_edit.undone_at is null and comment_edit.put_back_by is null
  and (select edited_by_staff from comment where comment.id = comment_edit.comment_id)
  and (select true from comment_edit as other where other.comment_id = comment_edit.comment_id and other.undone_at is null
    and (other.put_back_by = comment_edit.event_id or (other.at > comment_edit.at and not other.before_by_staff)) limit 1) is null)`;

/** One change of a comment's text by the newsroom, that was not taken back. */
export interface StaffChange {
  /** The ledger's row. */
  eventId: string;
  before: string;
  /** Null of an old one where that is not known. */
  after: string | null;
  /** Whether what it took out is still out. */
  isOut: boolean;
}

/** The newsroom's changes of a comment's text, the newest first. Takes the transaction (or the client) and the comment's id. Index: comment_edit (comment_id, at). */
export async function changesOf(tx: Tx, commentId: string): Promise<StaffChange[]> {
  return tx.$queryRaw<StaffChange[]>`
    select event_id::text as "eventId", before, after, ${IS_STILL_OUT} as "isOut" from comment_edit
    where comment_id = ${commentId}::uuid and undone_at is null order by at desc`;
}

/** Whether what a change took out is still out. Takes the transaction (or the client), and the change's row in the ledger. Indexes: comment_edit (event_id), that of IS_STILL_OUT. */
export async function isStillOut(tx: Tx, eventId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`select from comment_edit where event_id = ${eventId}::uuid and ${IS_STILL_OUT}`;
  return rows.length > 0;
}
