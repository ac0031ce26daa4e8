import { tags } from "@/lib/cache/tags";
import type { Tx } from "@/lib/db/private";
import type { publicDb } from "@/lib/db/public";
import { closestPosts } from "@/lib/posts/related";
import { cards, type PostCard } from "@/lib/posts/cards";
import { dependsOn } from "@/lib/server/bridge";

/** Related Posts are filled up to so many; an editor may choose more (lib/posts/schema.ts). */
const RELATED_POSTS = 3;
const MOST_SHOWN = 12;
/** Proposals that are looked at: more are not kept (lib/posts/relate.ts). */
const MOST_PROPOSED = 8;

type Reader = typeof publicDb | Tx;

/**
 * The Related Posts that stand under a post: those chosen for it in their order, those that were chosen together with
 * it from the other side, then proposals up to 3; never one that is not public, nor one that was excluded.
 * Takes a client that may see the post, its id, and what is chosen for it. Until a job has made proposals
 * (lib/posts/relate.ts), the closest are found here. Indexes: related_post (related_id), primary keys,
 * related_proposal (post_id, position); then those of `closestPosts`. Shows: what is related to the post, each post
 * that was chosen or proposed (also one that is not public now), and, while there are no proposals, the list of posts.
 */
export async function shownRelated(db: Reader, postId: string, chosen: string[]): Promise<PostCard[]> {
  dependsOn(tags.related(postId));
  const excluded = new Set(await excludedFor(db, postId));
  const mutual = (await mutualFor(db, postId)).filter((id) => !excluded.has(id));
  const picked = await cards([...new Set([...chosen, ...mutual])].slice(0, MOST_SHOWN));
  const missing = RELATED_POSTS - picked.length;
  if (missing <= 0) return picked;
  const except = [...excluded, ...picked.map(({ id }) => id)];
  const proposed = (await proposedFor(db, postId, except)) ?? (await closest(db, postId, except));
  return [...picked, ...(await cards(proposed)).slice(0, missing)];
}

/** What is chosen for a post in its row, in its order. Index: related_post (post_id, position). */
export async function chosenRelated(db: Reader, postId: string): Promise<string[]> {
  const rows = await db.relatedPost.findMany({
    where: { postId },
    select: { relatedId: true },
    orderBy: { position: "asc" },
    take: MOST_SHOWN,
  });
  return rows.map(({ relatedId }) => relatedId);
}

async function excludedFor(db: Reader, postId: string): Promise<string[]> {
  const rows = await db.relatedExclusion.findMany({ where: { postId }, select: { relatedId: true }, take: 1000 });
  return rows.map(({ relatedId }) => relatedId);
}

async function mutualFor(db: Reader, postId: string): Promise<string[]> {
  const rows = await db.relatedPost.findMany({
    where: { relatedId: postId, isMutual: true },
    select: { postId: true },
    orderBy: { postId: "desc" },
    take: MOST_SHOWN,
  });
  return rows.map((row) => row.postId);
}

/** Null when none were made yet. */
async function proposedFor(db: Reader, postId: string, except: string[]): Promise<string[] | null> {
  const rows = await db.relatedProposal.findMany({
    where: { postId },
    select: { relatedId: true },
    orderBy: { position: "asc" },
    take: MOST_PROPOSED,
  });
  return rows.length > 0 ? rows.map(({ relatedId }) => relatedId).filter((id) => !except.includes(id)) : null;
}

async function closest(db: Reader, postId: string, except: string[]): Promise<string[]> {
  dependsOn(tags.posts());
  return (await closestPosts(db, { postId, except, count: RELATED_POSTS })).map(({ id }) => id);
}
