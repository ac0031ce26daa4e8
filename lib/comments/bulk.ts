import { bulkInput, VERDICTS } from "@/lib/comments/moderation-schema";
import { decisions, type Decision } from "@/lib/comments/moderate";
import { mayModerate } from "@/lib/comments/policy";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Decides on several comments in one go: the same act on each, one transaction each, so that one that was decided
 * elsewhere meanwhile holds up no other. Takes untrusted `{ ids, shown, verdict }`, `shown` by id what each was when it
 * was seen (`{ from, seen }`; pending unless told). What was then already what the verdict makes it is left as it is.
 * Returns the other comments' decisions in the order asked for; or `forbidden`, or `invalid` (none chosen, more than a
 * page, no such verdict).
 */
export async function decideOnEach(actor: Actor, input: unknown): Promise<Result<{ decided: Decision[] }>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = bulkInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { ids, shown, verdict } = parsed.data;
  const decided: Decision[] = [];
  for (const id of new Set(ids)) {
    if (shown[id]?.from !== VERDICTS[verdict]) decided.push(await decisions[verdict](actor, { id, ...shown[id] }));
  }
  return { ok: true, decided };
}
