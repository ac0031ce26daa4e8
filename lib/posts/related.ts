import type { publicDb } from "@/lib/db/public";
import type { Tx } from "@/lib/db/private";

/** So many of the newest posts of the language are compared, and so many of the same category and of each shared tag: the cost stays flat however large the archive grows. */
const NEWEST = 300;
const OF_CATEGORY = 100;
const OF_EACH_TAG = 50;
/** How much speaks for a post: one for each word in common (stems, of title and standfirst), and for each of these. */
const SAME_CATEGORY = 3;
const SHARED_TAG = 4;
const MOST_TAGS_COUNTED = 3;
/** Words in common from which two posts are said to be close in text. */
const CLOSE_WORDS = 2;
/** Whoever is among so many newest ones of the language is recent. */
const RECENT = 20;

/** Why a post is proposed: codes that are message keys of the newsroom (`order.reasons`). */
export type RelatedReason = "category" | "tags" | "text" | "recent";

/** A post that is close to another one, and why. */
export interface ClosePost {
  id: string;
  reasons: RelatedReason[];
}

/** Whose related posts are wanted, which ones not, and how many. */
interface Wanted {
  postId: string;
  except: string[];
  count: number;
}

/**
 * The published posts of the same language closest to a post, closest first; among equals the newest. Takes a client
 * or transaction that may see the post: readers' pages see published ones, the newsroom also drafts. Returns fewer
 * than wanted only when there are no more. Indexes: post_related_candidates, post_category_list, post_tag_list, and
 * the primary keys of what these find (at most some 600 posts).
 */
export function closestPosts(db: typeof publicDb | Tx, { postId, except, count }: Wanted): Promise<ClosePost[]> {
  const not = [postId, ...except];
  return db.$queryRaw<ClosePost[]>`
    with this as materialized (
      select lang, category_id, tsvector_to_array(topic) as words, array(select tag_id from post_tag where post_id = post.id) as tags
      from post where id = ${postId}::uuid
    ), candidate as materialized (
      select found.id, found.nth from this, related_candidates(
        this.lang, this.category_id, this.tags, ${not}::uuid[], ${NEWEST}::int, ${OF_CATEGORY}::int, ${OF_EACH_TAG}::int) as found
    ), compared as (
      select post.id, post.published_at,
        (select count(*) from unnest(post.topic) where lexeme = any (this.words)) as words,
        (post.category_id = this.category_id) is true as is_same_category,
        (select count(*) from post_tag where post_tag.post_id = post.id and tag_id = any (this.tags)) as tags,
        (candidate.nth <= ${RECENT}) is true as is_recent
      from this, candidate, lateral (
        -- One by one: joined otherwise, all posts of the language would be read.
        select id, published_at, topic, category_id, status, kind, lang from post where id = candidate.id offset 0
      ) as post
      where post.status = 'published' and post.kind <> 'page' and post.lang = this.lang and post.id <> all (${not}::uuid[])
    )
    select id, array_remove(array[
      case when is_same_category then 'category' end,
      case when tags > 0 then 'tags' end,
      case when words >= ${CLOSE_WORDS} then 'text' end,
      case when is_recent then 'recent' end
    ], null) as reasons
    from compared
    order by
      words + is_same_category::int * ${SAME_CATEGORY} + least(tags, ${MOST_TAGS_COUNTED}) * ${SHARED_TAG} + is_recent::int desc,
      published_at desc, id desc
    limit ${count}`;
}
