import { type Tx } from "@/lib/db/private";
import { currentSettings } from "@/lib/settings/current";
import type { SiteSettings } from "@/lib/settings/schema";

/** How one post is discussed: the site's settings, and the post's language (BCP 47). */
export interface DiscussionRules extends SiteSettings {
  lang: string;
}

/** The rules in force for the replies to a post. Takes the transaction, or the client, and the post's id. Indexes: the primary keys. */
export async function rulesOf(tx: Tx, postId: string): Promise<DiscussionRules> {
  const [settings, post] = [await currentSettings(tx), await tx.post.findUnique({ where: { id: postId }, select: { lang: true } })];
  return { ...settings, lang: post?.lang ?? "" };
}
