import { recordAudit } from "@/lib/audit/record";
import { mayModerate } from "@/lib/comments/policy";
import { privateDb } from "@/lib/db/private";
import { noticesInput } from "@/lib/notices/schema";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Chooses of what the actor is mailed, for themselves. Takes untrusted `{ replies, reports, complaints }`. A digest tells
 * of what comes from now on. Refuses with `forbidden` (who decides on nothing is told of nothing), or `invalid`.
 */
export async function chooseNotices(actor: Actor, input: unknown): Promise<Result> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = noticesInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const chosen = { ...parsed.data, toldAt: new Date() };
  return privateDb.$transaction(async (tx): Promise<Result> => {
    const row = { where: { userId: actor.id }, create: { userId: actor.id, ...chosen }, update: chosen };
    await tx.notices.upsert({ ...row, select: { userId: true } });
    await recordAudit(tx, { actorId: actor.id, act: "user.chooseNotices", subject: { type: "user", id: actor.id }, to: parsed.data });
    return { ok: true };
  });
}
