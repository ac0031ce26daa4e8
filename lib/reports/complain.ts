import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { refusalOfBan, standingOf } from "@/lib/commenters/standing";
import { openEmail } from "@/lib/comments/contact";
import { lockComment } from "@/lib/comments/move";
import { transact } from "@/lib/db/transact";
import { enqueue } from "@/lib/jobs/queue";
import { complainableUntil } from "@/lib/reports/told";
import { reportOfReceipt } from "@/lib/reports/report-key";
import { invalid, type Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import { isSameComplaint } from "@/lib/statements/policy";
import { complaintInput } from "@/lib/statements/schema";

/**
 * Complains that a reported reply was left on the page, or that only a part was taken out of it, free of charge and for six
 * months (Regulation (EU) 2022/2065, article 20(1)), as its author can of a decision against it (lib/statements/complain.ts).
 * Takes the key of the report's receipt, untrusted `{ text }`, the time now and who sends it. The same when it is sent again
 * as it was, or without a word. Refuses with `notFound` (the key opens nothing), `invalid`, `complainedBefore` (with another
 * text), `closed` (it was followed and the reply taken off, the time is over, or the reply is gone), `banned`, `suspended`.
 * Indexes: the primary keys, complaint (report_id), those of isStillOut.
 */
export async function complainOfReport(key: string, input: unknown, now = new Date(), sender?: Sender): Promise<Result> {
  const parsed = complaintInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { text } = parsed.data;
  const reportId = reportOfReceipt(key);
  return transact(async (tx): Promise<Result> => {
    const report = reportId && (await tx.report.findUnique({ where: { id: reportId }, select: OF_CASE }));
    if (!report) return { ok: false, error: "notFound" };
    const { commentId } = report.reportCase;
    const comment = commentId ? await lockComment(tx, commentId) : null;
    const before = await tx.complaint.findUnique({ where: { reportId }, select: { text: true } });
    if (before) return isSameComplaint(before.text, text) ? { ok: true } : { ok: false, error: "complainedBefore" };
    const { reportCase } = await tx.report.findUniqueOrThrow({ where: { id: reportId }, select: OF_CASE });
    if (!(await complainableUntil(tx, { ...reportCase, comment }, now))) return { ok: false, error: "closed" };
    const contact = await tx.reportContact.findUnique({ where: { reportId }, select: { emailSealed: true } });
    const email = contact?.emailSealed ? openEmail(contact.emailSealed) : undefined;
    const banned = refusalOfBan(await standingOf(tx, { email, ip: sender?.ip }));
    if (banned) return banned;
    const made = { byReporter: true, reportId, firstEventId: reportCase.eventId, text: text || null };
    const { id: complaintId } = await tx.complaint.create({ data: made, select: { id: true } });
    await markChanged(tx, tags.opened(complaintId));
    await enqueue(tx, "mail.complained", { complaintId });
    return { ok: true };
  });
}

const OF_CASE = { reportCase: { select: { commentId: true, outcome: true, decidedAt: true, eventId: true } } } as const;
