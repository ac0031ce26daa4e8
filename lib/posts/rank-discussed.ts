import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { privateDb, type Tx } from "@/lib/db/private";
import { MOST_DISCUSSED } from "@/lib/posts/discussed";

/** One reply is no discussion. */
const LEAST_REPLIES = 2;
/** Some of the most answered may be withdrawn. */
const CANDIDATES = 4 * MOST_DISCUSSED;
/** Two instances do not rank at once (any 32-bit number). */
const RANK_LOCK = 505_431;

/**
 * Ranks the published posts by the replies of the last seven days that readers see, and keeps the first five. A job
 * does it every five minutes, and the page that shows them hears of it when they differ: so it is not made anew for
 * each reply, and nobody who replies waits for a count. Takes the present instant. Safe to run twice.
 * Index: comment_discussed, along the replies of those days; comment's and post's primary keys.
 */
export async function rankDiscussed(now = new Date()): Promise<void> {
  await privateDb.$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${RANK_LOCK})`;
    const ranked = await rank(tx, now);
    const kept = await tx.discussedPost.findMany({ orderBy: { position: "asc" }, take: MOST_DISCUSSED });
    if (inWords(ranked) === inWords(kept)) return;
    await tx.discussedPost.deleteMany();
    await tx.discussedPost.createMany({ data: ranked.map(({ postId, replies }, position) => ({ postId, replies, position })) });
    await markChanged(tx, tags.discussed());
  });
}

interface Ranked {
  postId: string;
  replies: number;
}

/**
 * An answer counts while the first comment of its thread is public, as on the page. A join with the posts was planned as one
 * with all of them, which took two seconds at a million.
 */
function rank(tx: Tx, now: Date): Promise<Ranked[]> {
  return tx.$queryRaw<Ranked[]>`
    select post_id as "postId", replies from (
      select post_id, count(*)::int as replies
      from comment
      where status = 'approved' and withdrawn_at is null and created_at > ${now}::timestamptz - interval '7 days'
        and (root_id is null or (select root.status = 'approved' from comment root where root.id = comment.root_id))
      group by post_id having count(*) >= ${LEAST_REPLIES}
      order by replies desc, post_id desc limit ${CANDIDATES}
    ) as answered
    where (select status = 'published' and kind <> 'page' from post where post.id = post_id)
    order by replies desc, post_id desc limit ${MOST_DISCUSSED}`;
}

function inWords(posts: Ranked[]): string {
  return posts.map(({ postId, replies }) => `${postId} ${replies}`).join();
}
