import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import type { Tx } from "@/lib/db/private";
import { holdAddresses, takenSlugs } from "@/lib/posts/address";
import { formerSlug } from "@/lib/posts/former-slug";
import type { ErrorCode, Result } from "@/lib/result";

const NUMBERED = /[?&](?:p|page_id)=([1-9]\d{0,8})(?:[&#]|$)/;

/**
 * Lets the addresses that an imported post had with WordPress lead to it: `/?p=7` by its number there, one that ends in
 * a slug by that slug (`formerSlug`), whatever date stands before it (lib/server/former-address). Takes the stored post and the
 * addresses as somebody typed them. Refuses `invalid` with `former`: `slugTaken` where another post stands or stood
 * there, else `invalidSlug`. Indexes: post_wordpress_id_key, post_slug_key, redirect_pkey.
 */
export async function keepFormer(tx: Tx, post: { id: string; slug: string }, addresses: string[]): Promise<Result> {
  for (const address of addresses) {
    const number = NUMBERED.exec(address)?.[1];
    const slug = formerSlug(address.split(/[?#]/)[0]?.replace(/\/$/, "").split("/").at(-1) ?? "");
    const wrong = number ? await keepNumber(tx, post.id, Number(number)) : await keepSlug(tx, post, slug);
    if (wrong) return { ok: false, error: "invalid", fields: { former: [wrong] } };
  }
  return { ok: true };
}

async function keepNumber(tx: Tx, id: string, wordpressId: number): Promise<ErrorCode | null> {
  const other = await tx.post.findUnique({ where: { wordpressId }, select: { id: true } });
  if (other && other.id !== id) return "slugTaken";
  await tx.post.update({ where: { id }, data: { wordpressId }, select: { id: true } });
  return null;
}

async function keepSlug(tx: Tx, post: { id: string; slug: string }, slug: string): Promise<ErrorCode | null> {
  if (!slug) return "invalidSlug";
  if (slug === post.slug) return null;
  await holdAddresses(tx);
  if ((await takenSlugs(tx, [slug], post.id)).has(slug)) return "slugTaken";
  const { count } = await tx.redirect.createMany({ data: [{ slug, postId: post.id }], skipDuplicates: true });
  if (count > 0) await markChanged(tx, tags.missing(slug));
  return null;
}
