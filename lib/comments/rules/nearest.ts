import type { Override } from "@/lib/comments/rules/in-force";
import { Prisma } from "@/lib/db/generated/client";

/** What was said of a post's discussion, the nearest first, by whom: `categories` are all that could, the post's own first. */
export interface Overridden {
  id: string;
  lang: string;
  categories: string[];
  overrides: Partial<Override>[];
}

/** What readers' pages need of an override. */
export const PUBLIC_OVERRIDE = Prisma.sql`'commentsOpen', said.comments_open, 'commenters', said.commenters,
  'closeAfterDays', said.close_after_days, 'guidelines', said.guidelines`;
export const WHOLE_OVERRIDE = Prisma.sql`${PUBLIC_OVERRIDE}, 'moderation', said.moderation`;

/**
 * What was said of the discussion of posts, by themselves and by the categories that they lie in: one query. Takes the
 * posts' ids, and the columns. Indexes: the primary keys, discussion_override (post_id) and (category_id).
 */
export function overridesSql(postIds: string[], columns: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    with recursive path as (
      select id as post_id, category_id as id, 1 as height from post where id = any(${postIds}::uuid[]) and category_id is not null
      union all
      select path.post_id, above.parent_id, path.height + 1 from path join category as above on above.id = path.id
      where above.parent_id is not null
    )
    select post.id, post.lang,
      coalesce((select json_agg(path.id order by path.height) from path where path.post_id = post.id), '[]') as categories,
      coalesce((select json_agg(json_build_object(${columns}) order by heights.height) from (
        select made.id, 0 as height from discussion_override as made where made.post_id = post.id
        union all
        select made.id, path.height from path join discussion_override as made on made.category_id = path.id where path.post_id = post.id
      ) as heights join discussion_override as said on said.id = heights.id), '[]') as overrides
    from post where post.id = any(${postIds}::uuid[])`;
}
