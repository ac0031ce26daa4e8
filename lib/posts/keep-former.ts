import type { Tx } from "@/lib/db/private";
import { holdAddresses, takenSlugs } from "@/lib/posts/address";
import type { ErrorCode, Result } from "@/lib/result";

const NUMBERED = /[?&](?:p|page_id)=([1-9]\d{0,8})(?:[&#]|$)/;
const NAMED = /(?:^|\/)([a-z0-9]+(?:-[a-z0-9]+)*)\/?$/;
const MAX_SLUG_CHARS = 120;

/**
 * Lets the addresses that an imported post had with WordPress lead to it: `/?p=7` by its number there, one that ends in
 * a slug by that slug, whatever date stands before it (lib/server/former-address). Takes the stored post and the
 * addresses as somebody typed them. Refuses `invalid` with `former`: `slugTaken` where another post stands or stood
 * there, else `invalidSlug`. Indexes: post_wordpress_id_key, post_slug_key, redirect_pkey.
 */
export async function keepFormer(tx: Tx, post: { id: string; slug: string }, addresses: string[]): Promise<Result> {
  for (const address of addresses) {
    const number = NUMBERED.exec(address)?.[1];
    const slug = NAMED.exec(address.split(/[?#]/)[0]?.toLowerCase() ?? "")?.[1];
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

async function keepSlug(tx: Tx, post: { id: string; slug: string }, slug: string | undefined): Promise<ErrorCode | null> {
  if (!slug || slug.length > MAX_SLUG_CHARS) return "invalidSlug";
  if (slug === post.slug) return null;
  await holdAddresses(tx);
  if ((await takenSlugs(tx, [slug], post.id)).has(slug)) return "slugTaken";
  await tx.redirect.createMany({ data: [{ slug, postId: post.id }], skipDuplicates: true });
  return null;
}
