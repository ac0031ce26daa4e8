import { recordAudit } from "@/lib/audit/record";
import { findCommenter, keepCommenter } from "@/lib/commenters/find";
import { mayRule } from "@/lib/commenters/policy";
import { noteInput, thatInput } from "@/lib/commenters/schema";
import { transact } from "@/lib/db/transact";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Notes something about a commenter, for the newsroom alone. It goes with the last that is kept of their replies, and when
 * they have all erased, unless a rule about their address holds (forget.ts). Takes untrusted `{ key, text }`. Returns its
 * id; refuses with `forbidden`, `invalid` with its fields, `notFound`.
 */
export async function addNote(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  if (!mayRule(actor)) return { ok: false, error: "forbidden" };
  const parsed = noteInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return transact(async (tx): Promise<Result<{ id: string }>> => {
    const found = await findCommenter(tx, parsed.data.key);
    if (!found) return { ok: false, error: "notFound" };
    const commenterId = await keepCommenter(tx, found.emailHash);
    const note = await tx.commenterNote.create({ data: { commenterId, userId: actor.id, text: parsed.data.text }, select: { id: true } });
    await recordAudit(tx, { actorId: actor.id, act: "commenter.note", subject: { type: "commenter", id: commenterId } });
    return { ok: true, ...note };
  });
}

/** Removes a note for good, whoever wrote it. Takes untrusted `{ id }`. Refuses with `forbidden`, `notFound`. */
export async function removeNote(actor: Actor, input: unknown): Promise<Result> {
  if (!mayRule(actor)) return { ok: false, error: "forbidden" };
  const { data } = thatInput.safeParse(input);
  if (!data) return { ok: false, error: "notFound" };
  const { id } = data;
  return transact(async (tx): Promise<Result> => {
    const note = await tx.commenterNote.findUnique({ where: { id }, select: { commenterId: true } });
    const { count } = await tx.commenterNote.deleteMany({ where: { id } });
    if (!note || count === 0) return { ok: false, error: "notFound" };
    await recordAudit(tx, { actorId: actor.id, act: "commenter.removeNote", subject: { type: "commenter", id: note.commenterId } });
    return { ok: true };
  });
}
