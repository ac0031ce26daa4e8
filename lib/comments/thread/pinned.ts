import { columns, type Row } from "@/lib/comments/thread/rows";
import { publicDb } from "@/lib/db/public";

/** So many first comments of a post are shown before the others. */
export const MAX_PINNED = 3;

/** The comments of a post that are shown before all others, the first one pinned first. Index: comment_pinned. */
export async function pinnedOf(postId: string): Promise<Row[]> {
  return publicDb.$queryRaw<Row[]>`
    select ${columns} from comment
    where post_id = ${postId}::uuid and pinned_at is not null and status = 'approved' and parent_id is null and withdrawn_at is null
    order by pinned_at limit ${MAX_PINNED}`;
}
