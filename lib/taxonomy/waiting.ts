import type { Tx } from "@/lib/db/private";

/**
 * Whether a post has been given a category or tag in changes that it does not show yet: what was typed into it would be
 * lost with it. Takes the transaction and the id. Index: post_waiting, and of those few the newest revision.
 */
export async function isWaitedFor(tx: Tx, id: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    select true from post join post_revision revision on revision.post_id = post.id and revision.version = post.version
    where post.version > post.applied_version
      and (revision.fields ->> 'categoryId' = ${id} or revision.fields -> 'tagIds' ? ${id})
    limit 1`;
  return found.length > 0;
}
