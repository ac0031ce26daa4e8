import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";
import { changeNameInput } from "@/lib/users/schema";

/** Changes the actor's own name, in the newsroom and in their by-lines. Takes the untrusted name; returns `invalid` with the field's codes. */
export async function changeName(actor: Actor, input: unknown): Promise<Result> {
  const parsed = changeNameInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return privateDb.$transaction(async (tx) => {
    await tx.user.update({ where: { id: actor.id }, data: { name: parsed.data.name }, select: { id: true } });
    await recordAudit(tx, { actorId: actor.id, act: "user.changeName", subject: { type: "user", id: actor.id } });
    await markChanged(tx, tags.user(actor.id));
    return { ok: true };
  });
}
