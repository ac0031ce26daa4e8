import { z } from "zod";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { mayModerate } from "@/lib/comments/policy";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

const lookInput = z.object({ id: z.uuid("invalidChoice").nullable() });

/**
 * Tells the open desks at which comment the actor looks. Takes untrusted `{ id }`, null: at none any more. Nothing is
 * stored (lib/server/live-desk.ts), nor told in the ledger. Refuses with `forbidden` or `invalid`.
 */
export async function noteLooking(actor: Actor, input: unknown): Promise<Result> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = lookInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  await markChanged(privateDb, tags.looking(actor.id, parsed.data.id));
  return { ok: true };
}
