import { tags } from "@/lib/cache/tags";
import type { Tx } from "@/lib/db/private";
import { publicDb } from "@/lib/db/public";
import { dependsOn } from "@/lib/server/bridge";

/** A post as one beside it links it. */
export interface PostLink {
  id: string;
  slug: string;
  lang: string;
  title: string;
}

/** The posts published right before and right after one; null at the ends of all. */
export interface BesidePosts {
  older: PostLink | null;
  newer: PostLink | null;
}

interface Dated {
  id: string;
  publishedAt: Date;
}

/**
 * The posts beside a published one, by the time of publication. Takes the post. Index: post_front, one look each way.
 * Shows: both posts; and which posts stand beside this one and beside those. Why also beside those: a post that appears
 * between this one and a neighbour, while this one's own appearing was not yet to be seen, knows of the neighbour alone.
 */
export async function besidePosts(post: Dated): Promise<BesidePosts> {
  const { older, newer } = await findBeside(publicDb, post);
  dependsOn(tags.beside(post.id), ...namesOf({ older, newer }).map(tags.beside));
  for (const link of [older, newer]) if (link) dependsOn(tags.post(link.id));
  return { older, newer };
}

/**
 * The tags of the pages that name a post as the one before or after them, or would. For when it appears or goes.
 * Takes the post's id; a static page stands beside none. Index: post_front.
 */
export async function besideTags(tx: Tx, id: string): Promise<string[]> {
  const post = await tx.post.findUnique({ where: { id }, select: { kind: true, publishedAt: true } });
  if (post?.kind !== "post" || !post.publishedAt) return [];
  return namesOf(await findBeside(tx, { id, publishedAt: post.publishedAt })).map(tags.beside);
}

/** What is named in a neighbour's place where the list of all ends: a post that appears there has to reach who stood last. */
const NOBODY = "nobody";

function namesOf({ older, newer }: BesidePosts): string[] {
  return [older?.id ?? NOBODY, newer?.id ?? NOBODY];
}

async function findBeside(db: typeof publicDb | Tx, { id, publishedAt }: Dated): Promise<BesidePosts> {
  const rows = await db.$queryRaw<(PostLink & { way: "older" | "newer" })[]>`
    (select 'older' as way, id, slug, lang, title from post
      where status = 'published' and kind <> 'page' and (published_at, id) < (${publishedAt}, ${id}::uuid)
      order by published_at desc, id desc limit 1)
    union all
    (select 'newer', id, slug, lang, title from post
      where status = 'published' and kind <> 'page' and (published_at, id) > (${publishedAt}, ${id}::uuid)
      order by published_at, id limit 1)`;
  const found = (wanted: "older" | "newer"): PostLink | null => {
    const row = rows.find(({ way }) => way === wanted);
    return row ? { id: row.id, slug: row.slug, lang: row.lang, title: row.title } : null;
  };
  return { older: found("older"), newer: found("newer") };
}
