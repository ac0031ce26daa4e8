import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { refusalOfBan, standingOf } from "@/lib/commenters/standing";
import { emailDigest, sealEmail } from "@/lib/comments/contact";
import { takeUnaskedTurn } from "@/lib/comments/mail/turn";
import { lockComment } from "@/lib/comments/move";
import type { Tx } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { enqueue } from "@/lib/jobs/queue";
import { isReportable, REPORTABLE } from "@/lib/reports/policy";
import { openReportForm, reportReceiptKey } from "@/lib/reports/report-key";
import { isNotice, reportInput } from "@/lib/reports/schema";
import { invalid, type Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import { networkOf, prefixOf } from "@/lib/throttle/network";
import { takeTurn, type Allowance } from "@/lib/throttle/take-turn";

const HOUR = 3600;
/** How many reports are taken from one network, and of one reply. */
const REPORTS_PER_MINUTE = 5;
const REPORTS_PER_HOUR = 30;
const REPORTS_OF_ONE_REPLY_PER_DAY = 3;

/**
 * Stores a reader's report of a public reply: those of one reply wait at the desk as one, and the open desks hear of each. Where an address was given,
 * that it arrived is told there (Regulation (EU) 2022/2065, article 16(4)). Takes who sends it and untrusted fields.
 * Returns the key of the report's receipt; the same for the same form sent again. Refuses with `invalid` and its fields,
 * `notFound` (no key of ours), `gone` (readers do not see the reply any more), `tooMany`, `banned`, `suspended`.
 */
export async function reportComment(sender: Sender, input: unknown): Promise<Result<{ receipt: string }>> {
  const parsed = reportInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { key, reason, explanation, name, email } = parsed.data;
  const made = openReportForm(key);
  if (!made) return { ok: false, error: "notFound" };
  const { commentId, reportId } = made;
  return transact(async (tx): Promise<Result<{ receipt: string }>> => {
    const done = { ok: true as const, receipt: reportReceiptKey(reportId) };
    const comment = await lockComment(tx, commentId);
    if (await tx.report.count({ where: { id: reportId } })) return done;
    const banned = refusalOfBan(await standingOf(tx, { email: email || undefined, ip: sender.ip }));
    if (banned) return banned;
    const seen = comment && (await tx.comment.findUnique({ where: { id: commentId }, select: REPORTABLE }));
    if (!seen || !isReportable(seen)) return { ok: false, error: "gone" };
    const caseId = await openCase(tx, commentId, isNotice(reason));
    await markChanged(tx, tags.opened(commentId));
    const contact = { name: name || null, ipPrefix: prefixOf(sender.ip), ...(email && addressOf(email)) };
    await tx.report.create({
      data: { id: reportId, caseId, reason, explanation: explanation || null, contact: { create: contact } },
      select: { id: true },
    });
    const turn = await takeTurn(tx, allowancesOf(sender, commentId));
    if (!turn.ok) return { ok: false, error: "tooMany", retryAfter: turn.retryAfter };
    if (email && (await takeUnaskedTurn(tx, emailDigest(email)))) await enqueue(tx, "mail.reportReceived", { reportId });
    return done;
  });
}

/** The open case of a locked reply, or a new one; what may be illegal makes it urgent. The newsroom is mailed of both. Index: report_case_open. */
async function openCase(tx: Tx, commentId: string, isIllegal: boolean): Promise<string> {
  const open = await tx.reportCase.findFirst({ where: { commentId, decidedAt: null }, select: { id: true, isIllegal: true } });
  if (open && (open.isIllegal || !isIllegal)) return open.id;
  const { id } = open
    ? await tx.reportCase.update({ where: { id: open.id }, data: { isIllegal }, select: { id: true } })
    : await tx.reportCase.create({ data: { commentId, isIllegal }, select: { id: true } });
  await enqueue(tx, "mail.reported", { caseId: id });
  return id;
}

function addressOf(email: string) {
  return { emailSealed: sealEmail(email), emailHash: emailDigest(email) };
}

function allowancesOf({ ip }: Sender, commentId: string): Allowance[] {
  const who = networkOf(ip);
  return [
    { name: "report", who, limit: REPORTS_PER_MINUTE, seconds: 60 },
    { name: "report", who, limit: REPORTS_PER_HOUR, seconds: HOUR },
    { name: "report.reply", who: `${who} ${commentId}`, limit: REPORTS_OF_ONE_REPLY_PER_DAY, seconds: 24 * HOUR },
  ];
}
