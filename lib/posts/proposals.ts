import { z } from "zod";
import type { PostStatus } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { mayReadPost, mayWritePosts } from "@/lib/posts/policy";
import { closestPosts, type RelatedReason } from "@/lib/posts/related";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** So many proposals stand in the editor. */
const PROPOSALS = 6;
/** So many exclusions, and posts that chose this one, are listed. */
const MOST_LISTED = 50;

/** A post as the panel of Related Posts names it. */
export interface NamedPost {
  id: string;
  title: string;
  status: PostStatus;
  lang: string;
}

/** What stands beside the choice: what is close by itself and why, what chose this post from both sides, what is never proposed. */
export interface RelatedAround {
  proposed: (NamedPost & { reasons: RelatedReason[] })[];
  mutual: NamedPost[];
  excluded: NamedPost[];
}

const ref = z.object({ id: z.uuid() });
const NAMED = { id: true, title: true, status: true, lang: true } as const;

/**
 * What the site proposes as related to a post, found now, so that it fits what was typed a moment ago; with the posts
 * whose editors chose this one on both sides, and what was excluded. Takes the actor and an untrusted `{ id }`.
 * Returns it, or `forbidden`, `invalid`, `postNotFound`. Indexes: primary keys, related_post (related_id), and those
 * of `closestPosts`.
 */
export async function relatedAround(actor: Actor, input: unknown): Promise<Result<{ around: RelatedAround }>> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = ref.safeParse(input);
  if (!parsed.success) return { ok: false, error: "invalid" };
  const { id } = parsed.data;
  const post = await privateDb.post.findUnique({
    where: { id },
    select: {
      kind: true,
      status: true,
      authors: { select: { userId: true }, take: 10 },
      excluded: { select: { related: { select: NAMED } }, take: MOST_LISTED },
      relatedIn: { where: { isMutual: true }, select: { post: { select: NAMED } }, take: MOST_LISTED },
    },
  });
  if (!post) return { ok: false, error: "postNotFound" };
  const { kind, status } = post;
  if (!mayReadPost(actor, { kind, status, authorIds: post.authors.map(({ userId }) => userId) })) return { ok: false, error: "forbidden" };
  const excluded = post.excluded.map(({ related }) => related);
  const proposed = await proposedFor(
    id,
    excluded.map((each) => each.id),
  );
  return { ok: true, around: { proposed, excluded, mutual: post.relatedIn.map((row) => row.post) } };
}

async function proposedFor(postId: string, except: string[]): Promise<RelatedAround["proposed"]> {
  const close = await closestPosts(privateDb, { postId, except, count: PROPOSALS });
  const named = await privateDb.post.findMany({ where: { id: { in: close.map(({ id }) => id) } }, select: NAMED, take: PROPOSALS });
  const byId = new Map(named.map((each) => [each.id, each]));
  return close.flatMap(({ id, reasons }) => {
    const each = byId.get(id);
    return each ? [{ ...each, reasons }] : [];
  });
}
