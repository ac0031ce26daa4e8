import { publicDb } from "@/lib/db/public";

/** Only the newest posts of the same language are compared: the cost stays flat however large the archive grows. */
const CANDIDATES = 300;
/** The same category counts as much as so many words in common. */
const SAME_CATEGORY = 3;

/**
 * The published posts closest in topic to a post: words in common (stems, of title and standfirst) and the same
 * category; among equals the newest. Takes the post, those that are shown anyway, and how many are wanted.
 * Returns ids, closest first. Index: post_related_candidates (the newest 300 of the language).
 */
export async function closestPosts({ postId, except, count }: { postId: string; except: string[]; count: number }): Promise<string[]> {
  const rows = await publicDb.$queryRaw<{ id: string }[]>`
    with this as (
      select lang, category_id, tsvector_to_array(topic) as words from post where id = ${postId}::uuid
    ), candidate as (
      select id, category_id, published_at, topic
      from post
      where status = 'published' and kind <> 'page' and lang = (select lang from this) and id <> all (${[postId, ...except]}::uuid[])
      order by published_at desc, id desc
      limit ${CANDIDATES}
    )
    select candidate.id
    from candidate, this
    order by
      (select count(*) from unnest(candidate.topic) where lexeme = any (this.words))
        + case when candidate.category_id = this.category_id then ${SAME_CATEGORY} else 0 end desc,
      candidate.published_at desc, candidate.id desc
    limit ${count}`;
  return rows.map(({ id }) => id);
}
