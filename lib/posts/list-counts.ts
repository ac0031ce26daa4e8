import type { PostKind, PostStatus } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { mayEditAllPosts, mayWritePosts } from "@/lib/posts/policy";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** Counts go no further than this: the tabs say "999+". */
const MAX_COUNT = 1000;

/** How many posts are in each state, up to 1,000. */
export type PostCounts = Record<PostStatus, number>;

/**
 * Counts the posts (or static pages) that the actor may open, by state. Takes the actor and the kind. Returns the counts,
 * each up to 1,000, or `forbidden`. Indexes: post_newsroom_status, at most 1,000 entries of each state; a writer's own
 * by post_author (user_id, post_id).
 */
export async function postCounts(actor: Actor, kind: PostKind): Promise<Result<{ counts: PostCounts }>> {
  if (!mayWritePosts(actor) || (kind === "page" && !mayEditAllPosts(actor))) return { ok: false, error: "forbidden" };
  const counts = { draft: 0, in_review: 0, scheduled: 0, published: 0, unpublished: 0, archived: 0, trash: 0 };
  const rows = mayEditAllPosts(actor) ? await countAll(kind) : await countOwn(actor.id, kind);
  for (const { status, count } of rows) counts[status] = count;
  return { ok: true, counts };
}

type Counted = { status: PostStatus; count: number }[];

function countAll(kind: PostKind): Promise<Counted> {
  return privateDb.$queryRaw<Counted>`
    select every.status::text as status,
      (select count(*)::int from
        (select from post where kind = ${kind}::post_kind and post.status = every.status limit ${MAX_COUNT}) as counted) as count
    from unnest(enum_range(null::post_status)) as every (status)`;
}

function countOwn(userId: string, kind: PostKind): Promise<Counted> {
  return privateDb.$queryRaw<Counted>`
    select status::text as status, least(count(*), ${MAX_COUNT})::int as count
    from post_author join post on post.id = post_id where user_id = ${userId}::uuid and kind = ${kind}::post_kind group by status`;
}
