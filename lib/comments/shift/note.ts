import { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import { mayModerate } from "@/lib/comments/policy";
import { requiredText } from "@/lib/comments/schema";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** The longest note for the next shift, in Unicode code points. */
export const MAX_SHIFT_NOTE_CHARS = 2000;

const noteInput = z.object({ text: requiredText(MAX_SHIFT_NOTE_CHARS) });

/** Leaves a note for the next shift of the moderation. Takes untrusted `{ text }`. Refuses with `forbidden`, or `invalid` with its field. */
export async function leaveNote(actor: Actor, input: unknown): Promise<Result> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = noteInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return privateDb.$transaction(async (tx) => {
    const { id } = await tx.shiftNote.create({ data: { userId: actor.id, text: parsed.data.text }, select: { id: true } });
    await recordAudit(tx, { actorId: actor.id, act: "desk.note", subject: { type: "note", id } });
    return { ok: true };
  });
}

/** Takes a note off the desk for good, whoever left it. Takes untrusted `{ id }`. Refuses with `forbidden` or `notFound`. */
export async function removeNote(actor: Actor, input: unknown): Promise<Result> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const { data } = z.object({ id: z.uuid() }).safeParse(input);
  if (!data) return { ok: false, error: "notFound" };
  return privateDb.$transaction(async (tx): Promise<Result> => {
    const { count } = await tx.shiftNote.deleteMany({ where: data });
    if (count === 0) return { ok: false, error: "notFound" };
    await recordAudit(tx, { actorId: actor.id, act: "desk.removeNote", subject: { type: "note", id: data.id } });
    return { ok: true };
  });
}
