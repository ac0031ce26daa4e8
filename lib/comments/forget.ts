import { daysBefore } from "@/lib/days";
import { privateDb } from "@/lib/db/private";
import { IS_COMPLAINABLE } from "@/lib/statements/kept";
import { ANSWER_DAYS, COMPLAINT_DAYS } from "@/lib/statements/policy";

/**
 * So many rows are taken at once: none is locked for long, and what is done stays done when the process ends. What is
 * being decided on is left to the next time: a decision locks the contact's row, too (contact_status). What another row
 * says is asked in scalar subqueries, row by row in the order of the index, never by hashing a whole table.
 */
const BATCH = 2_000;
/** A retry comes within minutes, and the same content counts as the same for a day (CONTRACT.md 11). */
const SUBMISSION_DAYS = 30;

/**
 * Empties the address prefix and the user agent of every contact older than so many days; the sealed e-mail address
 * stays. Takes the days and the time that counts as now. Returns how many were emptied. Index: comment_contact_traced.
 */
export async function forgetSenders(days: number, now = new Date()): Promise<number> {
  const end = daysBefore(now, days);
  return inBatches(
    () => privateDb.$executeRaw`
      update comment_contact set ip_prefix = null, user_agent = null where comment_id in (
        select comment_id from comment_contact where created_at < ${end} and (ip_prefix is not null or user_agent is not null)
        order by created_at limit ${BATCH} for update skip locked)`,
  );
}

/**
 * Deletes for good what was refused (spam, rejected, trash) so many days ago, with its contact and its checks. What
 * somebody answered stays as long as the answer: it would go with it; and that of which its author may still complain, or
 * somebody does, or was answered just now, as long as that (Regulation (EU) 2022/2065, article 20(1)). Takes the days and
 * the time that counts as now. Returns how many were deleted. Indexes: comment_refused, comment (parent_id), statement
 * (comment_id, id), report_case (comment_id), report (case_id, id), complaint (report_id), those of IS_COMPLAINABLE.
 */
export async function forgetRefused(days: number, now = new Date()): Promise<number> {
  const end = daysBefore(now, days);
  const complained = daysBefore(now, COMPLAINT_DAYS);
  const answered = daysBefore(now, ANSWER_DAYS);
  return inBatches(
    () => privateDb.$executeRaw`
      delete from comment where id in (
        select id from comment as refused
        where status in ('spam', 'rejected', 'trash') and decided_at < ${end}
          and (select true from comment as answer where answer.parent_id = refused.id limit 1) is null
          and (select true from statement where comment_id = refused.id and created_at > ${complained} and ${IS_COMPLAINABLE} limit 1) is null
          and (select true from statement join complaint on statement_id = statement.id
            where comment_id = refused.id and (complaint.decided_at is null or complaint.decided_at > ${answered}) limit 1) is null
          and (select true from report_case join report on case_id = report_case.id join complaint on report_id = report.id
            where comment_id = refused.id and complaint.decided_at is null limit 1) is null
        order by decided_at limit ${BATCH} for update skip locked)`,
  );
}

/**
 * Forgets the addresses of comments that are public, so many days after they came in: the comments stay, without their
 * contact. 0 days: they are kept. So is that of an author who complains of a decision, was answered just now, or still
 * may complain of what was taken out of the text: the answer has to reach them (Regulation (EU) 2022/2065, article 20(5)). Takes the days and the time
 * that counts as now. Returns how many were forgotten. Indexes: comment_contact (created_at), statement (comment_id, id),
 * those of IS_COMPLAINABLE.
 */
export async function forgetAddresses(days: number, now = new Date()): Promise<number> {
  if (days === 0) return 0;
  const end = daysBefore(now, days);
  const complained = daysBefore(now, COMPLAINT_DAYS);
  const answered = daysBefore(now, ANSWER_DAYS);
  return inBatches(
    () => privateDb.$executeRaw`
      delete from comment_contact where comment_id in (
        select comment_id from comment_contact as contact
        where created_at < ${end} and status = 'approved'
          and (select true from statement where comment_id = contact.comment_id and created_at > ${complained} and ${IS_COMPLAINABLE} limit 1) is null
          and (select true from statement join complaint on statement_id = statement.id
            where comment_id = contact.comment_id and (complaint.decided_at is null or complaint.decided_at > ${answered}) limit 1) is null
        order by created_at limit ${BATCH} for update skip locked)`,
  );
}

/**
 * Forgets that an address was proven once no comment is kept with it, however the last one went. Returns how many were
 * forgotten. Indexes: the primary key, comment_contact (email_hash).
 */
export async function forgetProofs(): Promise<number> {
  return inBatches(
    () => privateDb.$executeRaw`
      delete from proven_address where email_hash in (
        select email_hash from proven_address as proven
        where (select true from comment_contact where comment_contact.email_hash = proven.email_hash limit 1) is null
        order by email_hash limit ${BATCH})`,
  );
}

/**
 * Removes what is remembered of submissions longer ago than thirty days; the comments stay. Takes the time that
 * counts as now. Returns how many were removed. Index: submission (created_at).
 */
export async function forgetSubmissions(now = new Date()): Promise<number> {
  const end = daysBefore(now, SUBMISSION_DAYS);
  return inBatches(
    () => privateDb.$executeRaw`
      delete from submission where fingerprint in (select fingerprint from submission where created_at < ${end} order by created_at limit ${BATCH})`,
  );
}

/** Until nothing is left to do: what one batch deletes may free what stood above it. */
async function inBatches(work: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const done = await work();
    if (done === 0) return total;
    total += done;
  }
}
