import { inForce, type Section } from "@/lib/comments/rules/in-force";
import { overridesSql, WHOLE_OVERRIDE, type Overridden } from "@/lib/comments/rules/nearest";
import type { Tx } from "@/lib/db/private";
import { currentSettings } from "@/lib/settings/current";
import type { SiteSettings } from "@/lib/settings/schema";

/** How one post is discussed: the site's settings with what its category and the post itself have otherwise, and its language (BCP 47). */
export type DiscussionRules = SiteSettings & Section & { lang: string };

/**
 * The rules in force for the replies to a post, by which everything decides. Takes the transaction, or the client, and
 * the post's id. Indexes: those of `overridesSql`, the primary key.
 */
export async function rulesOf(tx: Tx, postId: string): Promise<DiscussionRules> {
  const settings = await currentSettings(tx);
  const [post] = await overridesOf(tx, [postId]);
  return rulesBy(settings, post);
}

/** What was said of the discussion of some posts; see `overridesSql`. */
export async function overridesOf(tx: Tx, postIds: string[]): Promise<Overridden[]> {
  return tx.$queryRaw<Overridden[]>(overridesSql(postIds, WHOLE_OVERRIDE));
}

/** The same by settings that are known. Takes what was said of the post's discussion; of none nothing is. */
export function rulesBy(settings: SiteSettings, post: Overridden | undefined): DiscussionRules {
  return { ...inForce(settings, post?.overrides ?? []), lang: post?.lang ?? "" };
}
