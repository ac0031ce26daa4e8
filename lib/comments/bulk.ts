import { bulkInput } from "@/lib/comments/moderation-schema";
import { decisions, type Decision } from "@/lib/comments/moderate";
import { mayModerate } from "@/lib/comments/policy";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Decides on several comments in one go: the same act on each, one transaction each, so that one that was decided
 * elsewhere meanwhile holds up no other. Takes untrusted `{ ids, from, seen, verdict }`, `seen` by id. Returns each comment's decision in
 * the order asked for; or `forbidden`, or `invalid` (none chosen, more than a page, no such verdict).
 */
export async function decideOnEach(actor: Actor, input: unknown): Promise<Result<{ decided: Decision[] }>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = bulkInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { ids, from, seen, verdict } = parsed.data;
  const decided: Decision[] = [];
  for (const id of new Set(ids)) decided.push(await decisions[verdict](actor, { id, from, seen: seen[id] }));
  return { ok: true, decided };
}
