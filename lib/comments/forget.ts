import { privateDb } from "@/lib/db/private";

/** How long it is kept from where a comment came: enough to see a wave of spam as one. */
const SENDER_DAYS = 7;
/** A retry comes within minutes, and the same content counts as the same for a day (CONTRACT.md 11). */
const SUBMISSION_DAYS = 30;

/**
 * Empties the address prefix and the user agent of every contact older than seven days; the sealed e-mail address
 * stays. Takes the time that counts as now. Returns how many were emptied. Index: comment_contact_traced.
 */
export async function forgetSenders(now = new Date()): Promise<number> {
  const { count } = await privateDb.commentContact.updateMany({
    where: { createdAt: { lt: daysBefore(now, SENDER_DAYS) }, OR: [{ ipPrefix: { not: null } }, { userAgent: { not: null } }] },
    data: { ipPrefix: null, userAgent: null },
  });
  return count;
}

/**
 * Removes what is remembered of submissions longer ago than thirty days; the comments stay. Takes the time that
 * counts as now. Returns how many were removed. Index: submission (created_at).
 */
export async function forgetSubmissions(now = new Date()): Promise<number> {
  const { count } = await privateDb.submission.deleteMany({ where: { createdAt: { lt: daysBefore(now, SUBMISSION_DAYS) } } });
  return count;
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
