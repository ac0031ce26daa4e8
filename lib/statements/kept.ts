import { daysAfter, daysBefore } from "@/lib/days";
import { IS_STILL_OUT } from "@/lib/comments/still-out";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/private";
import { ANSWER_DAYS, COMPLAINT_DAYS, complainUntil } from "@/lib/statements/policy";

/**
 * Whether what is stated still restricts the reply, asked in SQL of a row of statement: it was not taken back; of a part of
 * the text, that is still out; of the whole reply, it is the last such, and what it made of the reply is what restricts it:
 * whoever moves it between the lists of what is not public restricts nothing anew. Indexes: statement (comment_id, id),
 * comment_edit (event_id), that of IS_STILL_OUT.
 */
export const IS_RESTRICTING = Prisma.sql`(
  statement.undone_at is null and case when statement.is_edit
    then (select ${IS_STILL_OUT} from comment_edit where comment_edit.event_id = statement.event_id)
    else (select true from statement as newer where newer.comment_id = statement.comment_id and newer.id > statement.id
        and newer.undone_at is null and not newer.is_edit limit 1) is null
      and (select status = statement."to" or not (status in ('approved', 'pending') or statement."to" in ('approved', 'pending'))
        from comment where comment.id = statement.comment_id) end)`;

/**
 * Whether a statement keeps its reply, and its author's address: they may still complain, the time apart (Regulation (EU)
 * 2022/2065, article 20(1)). What restricts nothing any more cannot be complained of, and of spam, whose sender the law does not protect so,
 * nothing is kept. Asked of a row of statement. Indexes: complaint (statement_id), those of IS_RESTRICTING.
 */
export const IS_COMPLAINABLE = Prisma.sql`(
  statement."to" <> 'spam' and (select true from complaint where complaint.statement_id = statement.id) is null and ${IS_RESTRICTING})`;

/**
 * Whether a comment must stay as somebody complains of a decision on it, was answered just now, or may still
 * (lib/comments/forget.ts keeps the same). Takes the transaction, the comment's id and the time now. Returns why, and until
 * when if that is known; null when it may go. Indexes: complaint (statement_id), those of IS_COMPLAINABLE.
 */
export async function keptForComplaints(tx: Tx, commentId: string, now: Date) {
  const about = { OR: [{ statement: { commentId } }, { report: { reportCase: { commentId } } }] };
  if (await tx.complaint.count({ where: { decidedAt: null, ...about } })) return { why: "complained", until: null } as const;
  const answered = await tx.complaint.findFirst({
    where: { decidedAt: { gt: daysBefore(now, ANSWER_DAYS) }, statement: { commentId } },
    orderBy: { decidedAt: "desc" },
    select: { decidedAt: true },
  });
  if (answered?.decidedAt) return { why: "answered", until: daysAfter(answered.decidedAt, ANSWER_DAYS) } as const;
  const [last] = await tx.$queryRaw<{ createdAt: Date }[]>`
    select created_at as "createdAt" from statement
    where comment_id = ${commentId}::uuid and created_at > ${daysBefore(now, COMPLAINT_DAYS)} and ${IS_COMPLAINABLE}
    order by created_at desc limit 1`;
  return last ? ({ why: "complainable", until: complainUntil(last.createdAt) } as const) : null;
}
