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
 * The posts beside a published one, by the time of publication. Takes the post. Indexes: post_front, one look each way;
 * the primary key. Shows: both posts; and which posts stand beside this one and beside those. Why also beside those: a
 * post that appears between this one and a neighbour, while this one's own appearing was not yet to be seen, knows of
 * the neighbour alone.
 */
export async function besidePosts(post: Dated): Promise<BesidePosts> {
  const beside = await idsBeside(publicDb, post);
  const ids = [beside.older, beside.newer].filter((id) => id !== undefined);
  dependsOn(...[post.id, ...namesOf(beside)].map(tags.beside), ...ids.map(tags.post));
  const links = await publicDb.post.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, lang: true, title: true },
    take: ids.length,
  });
  const linkTo = (wanted?: string) => links.find(({ id }) => id === wanted) ?? null;
  return { older: linkTo(beside.older), newer: linkTo(beside.newer) };
}

/**
 * The tags of the pages that name a post as the one before or after them, or would. For when it appears or goes.
 * Takes the post's id; a static page stands beside none. Index: post_front.
 */
export async function besideTags(tx: Tx, id: string): Promise<string[]> {
  const post = await tx.post.findUnique({ where: { id }, select: { kind: true, publishedAt: true } });
  if (post?.kind !== "post" || !post.publishedAt) return [];
  return namesOf(await idsBeside(tx, { id, publishedAt: post.publishedAt })).map(tags.beside);
}

interface Ids {
  older?: string;
  newer?: string;
}

/** What is named in a neighbour's place where the list of all ends: a post that appears there has to reach who stood last. */
const NOBODY = "nobody";

function namesOf({ older = NOBODY, newer = NOBODY }: Ids): string[] {
  return [older, newer];
}

async function idsBeside(db: typeof publicDb | Tx, { id, publishedAt }: Dated): Promise<Ids> {
  const rows = await db.$queryRaw<{ way: keyof Ids; id: string }[]>`select way, id from posts_beside(${publishedAt}, ${id}::uuid)`;
  return Object.fromEntries(rows.map((row) => [row.way, row.id]));
}
