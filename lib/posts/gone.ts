import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import type { Tx } from "@/lib/db/private";

/**
 * Lets the addresses of a post that readers saw say that it is gone for good (410, RFC 9110 §15.5.11): its own and
 * its former ones. Call it before its row is deleted. Index: redirect (post_id).
 */
export async function noteGone(tx: Tx, post: { id: string; slug: string }): Promise<void> {
  const slugs = await addressesOf(tx, post);
  await tx.goneAddress.createMany({ data: slugs.map((slug) => ({ slug })), skipDuplicates: true });
  await markChanged(tx, ...slugs.map(tags.missing));
}

/** Takes that back: the post is on its way to readers again, or another stands at its address now. Index: redirect (post_id). */
export async function noteBack(tx: Tx, post: { id: string; slug: string }): Promise<void> {
  const slugs = await addressesOf(tx, post);
  const { count } = await tx.goneAddress.deleteMany({ where: { slug: { in: slugs } } });
  if (count > 0) await markChanged(tx, ...slugs.map(tags.missing));
}

async function addressesOf(tx: Tx, { id, slug }: { id: string; slug: string }): Promise<string[]> {
  const redirects = await tx.redirect.findMany({ where: { postId: id }, select: { slug: true }, take: 1000 });
  return [slug, ...redirects.map((redirect) => redirect.slug)];
}
