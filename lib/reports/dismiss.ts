import { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { lockComment } from "@/lib/comments/move";
import { isUnread, mayModerate } from "@/lib/comments/policy";
import { privateDb } from "@/lib/db/private";
import { closeReports, isReportedSince } from "@/lib/reports/close";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

const dismissInput = z.object({ id: z.uuid("notFound"), seen: z.string().optional(), lastReport: z.string().max(36).optional() });

/** Reports that were found to be wrong: of whose reply, and the ledger's row that says so. */
interface Dismissed {
  name: string;
  event: string;
}

/**
 * Finds that a reply may stay, whatever was reported of it: it stays as it is. Takes untrusted `{ id, seen, lastReport }`:
 * the reply, and which of its texts and reports stood there. Returns the ledger's row, which an undo takes back; or
 * `forbidden`, `invalid`, `notFound`, `alreadyDecided` when nothing is open, or `staleVersion` when it was reported again or
 * changed since. To find that the reports are right is to take the reply off the page (lib/comments/moderate.ts), or a
 * part out of it (lib/comments/staff-edit.ts).
 */
export async function dismissReports(actor: Actor, input: unknown): Promise<Result<Dismissed>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = dismissInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, seen, lastReport } = parsed.data;
  return privateDb.$transaction(async (tx): Promise<Result<Dismissed>> => {
    const comment = await lockComment(tx, id);
    if (!comment) return { ok: false, error: "notFound" };
    if (!(await tx.reportCase.count({ where: { commentId: id, decidedAt: null } }))) return { ok: false, error: "alreadyDecided" };
    if (isUnread(comment, seen) || (await isReportedSince(tx, id, lastReport))) return { ok: false, error: "staleVersion" };
    const event = await recordAudit(tx, { actorId: actor.id, act: "comment.dismissReports", subject: { type: "comment", id } });
    await closeReports(tx, id, "dismissed", event);
    await markChanged(tx, tags.settled(id, actor.id));
    return { ok: true, name: comment.name, event };
  });
}
