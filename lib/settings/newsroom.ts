import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import { currentSettings } from "@/lib/settings/current";
import { mayArrangeFront, mayChangeSettings } from "@/lib/settings/policy";
import { discussionInput } from "@/lib/settings/discussion-input";
import { type SiteSettings } from "@/lib/settings/schema";
import type { Actor } from "@/lib/users/policy";

/** All settings as they hold now, also those that readers' pages do not need; null for whom may not change them. Index: the primary key. */
export async function allSettings(actor: Actor): Promise<SiteSettings | null> {
  return mayChangeSettings(actor) ? currentSettings(privateDb) : null;
}

/** How the front page is arranged now; null for whom may not change it. Index: the primary key. */
export async function frontSettings(actor: Actor) {
  if (!mayArrangeFront(actor)) return null;
  const { frontLeadId, frontSecondIds, frontSections } = await currentSettings(privateDb);
  return { frontLeadId, frontSecondIds, frontSections };
}

/** The discussion's settings as somebody who may change them typed them, to be tried. Takes untrusted fields. `forbidden`, or `invalid` with the fields' codes. */
export function typedDiscussion(actor: Actor, input: unknown): Result<{ typed: Partial<SiteSettings> }> {
  if (!mayChangeSettings(actor)) return { ok: false, error: "forbidden" };
  const parsed = discussionInput.safeParse(input);
  return parsed.success ? { ok: true, typed: parsed.data } : invalid(parsed.error);
}
