import { tags } from "@/lib/cache/tags";
import type { Tx } from "@/lib/db/private";

/** The most languages in which one post may stand. */
export const MAX_TRANSLATIONS = 50;

/** A post of a group of translations, as acts need it. */
export interface Member {
  id: string;
  lang: string;
  publishedAt: Date | null;
}

/** A post's group: itself and its translations; itself alone where it has none. Index: post_translations. */
export async function translationGroup(tx: Tx, postId: string): Promise<Member[]> {
  return tx.$queryRaw<Member[]>`
    select member.id, member.lang, member.published_at as "publishedAt" from post this
    join post member on member.id = this.id or member.translation_group_id = this.translation_group_id
    where this.id = ${postId}::uuid order by member.id limit ${MAX_TRANSLATIONS}`;
}

/** Whether a translation of a post has a language that the post is about to take. Index: post_translations. */
export async function isLanguageTaken(tx: Tx, postId: string, lang: string): Promise<boolean> {
  const post = await tx.post.findUnique({ where: { id: postId }, select: { lang: true, translationGroupId: true } });
  if (!post?.translationGroupId || post.lang === lang) return false;
  return (await translationGroup(tx, postId)).some((member) => member.id !== postId && member.lang === lang);
}

/** The tags of the pages of a post's translations and of the site maps that name them. Index: post_translations. */
export async function translationTags(tx: Tx, postId: string): Promise<string[]> {
  const members = await translationGroup(tx, postId);
  return members.filter(({ id }) => id !== postId).flatMap(memberTags);
}

/** The tags of one post's own page and of its site map. */
export function memberTags({ id, publishedAt }: Member): string[] {
  return [tags.post(id), ...(publishedAt ? [tags.month(publishedAt)] : [])];
}
