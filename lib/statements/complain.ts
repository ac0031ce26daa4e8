import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { refusalOfBan, standingOfAuthor } from "@/lib/commenters/standing";
import { commentOfReceipt } from "@/lib/comments/receipt";
import { lockComment } from "@/lib/comments/move";
import { transact } from "@/lib/db/transact";
import { enqueue } from "@/lib/jobs/queue";
import { invalid, type Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import { isSameComplaint } from "@/lib/statements/policy";
import { statementsOf } from "@/lib/statements/own";
import { authorsComplaintInput } from "@/lib/statements/schema";

/**
 * Complains of one decision on a reply, free of charge and for six months (Regulation (EU) 2022/2065, article 20(1)):
 * once each, with or without a word. Takes the receipt's key, untrusted `{ statement, text }`, the statement's id, the time
 * now and who sends it. The same when it is sent again as it was, or without a word. Refuses with `notFound` (the key
 * opens nothing), `invalid`, `complainedBefore` (with another text), `closed` (that is stated no more, or the time is
 * over), `banned`, `suspended`. Indexes: statement (comment_id, id), complaint (statement_id).
 */
export async function complain(key: string, input: unknown, now = new Date(), sender?: Sender): Promise<Result> {
  const parsed = authorsComplaintInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { statement, text } = parsed.data;
  const id = commentOfReceipt(key);
  if (!id) return { ok: false, error: "notFound" };
  return transact(async (tx): Promise<Result> => {
    const comment = await lockComment(tx, id);
    if (!comment || comment.withdrawnAt) return { ok: false, error: "notFound" };
    const stated = (await statementsOf(tx, comment, now)).find((each) => each.id === statement);
    const before = stated && (await tx.complaint.findUnique({ where: { statementId: stated.id }, select: { text: true } }));
    if (before) return isSameComplaint(before.text, text) ? { ok: true } : { ok: false, error: "complainedBefore" };
    if (!stated?.complainUntil) return { ok: false, error: "closed" };
    const banned = refusalOfBan(await standingOfAuthor(tx, id, sender?.ip));
    if (banned) return banned;
    const made = await tx.complaint.create({ data: { statementId: stated.id, text: text || null }, select: { id: true } });
    await markChanged(tx, tags.opened(made.id));
    await enqueue(tx, "mail.complained", { complaintId: made.id });
    return { ok: true };
  });
}
