import type { Tx } from "@/lib/db/private";
import { isReserved } from "@/lib/posts/reserved";
import { numberedSlug, slugOf } from "@/lib/posts/slug";
import type { Result } from "@/lib/result";

/** One address is settled at a time, so that no two posts, nor a post and a redirect, take the same (any 32-bit number). */
const ADDRESS_LOCK = 505_421;
const CANDIDATES_AT_ONCE = 20;

/** The post that wants an address: `slug` as it was asked for ("" for the one of its title). */
export interface Wanted {
  slug: string;
  title: string;
  /** The post itself when it is there already; its own redirects are free to it. */
  current: { id: string; slug: string; wasPublic: boolean } | null;
}

/**
 * Finds the slug that a post gets, and holds it until the transaction ends. A slug that was asked for is taken as it
 * is or refused (`slugReserved`, `slugTaken`); the title's is numbered when another post, page, redirect or route
 * has it. Without a slug asked for, a post that was ever public keeps its own. Returns "" when a new post's title
 * leaves nothing: then it is `post-` + id.
 */
export async function settleSlug(tx: Tx, { slug, title, current }: Wanted): Promise<Result<{ slug: string }>> {
  if (current && (slug === current.slug || (!slug && current.wasPublic))) return { ok: true, slug: current.slug };
  await holdAddresses(tx);
  if (!slug) return { ok: true, slug: await freeSlug(tx, slugOf(title), current?.id) };
  if (isReserved(slug)) return refused("slugReserved");
  const taken = await takenSlugs(tx, [slug], current?.id);
  return taken.has(slug) ? refused("slugTaken") : { ok: true, slug };
}

/**
 * Lets a post's old address lead to its new one for good, when the old one was ever public (CONTRACT.md 1), and
 * frees the new one of the post's own redirect. Call it before the post's row is changed.
 */
export async function moveAddress(tx: Tx, post: { id: string; slug: string; wasPublic: boolean }, slug: string): Promise<void> {
  await tx.redirect.deleteMany({ where: { slug, postId: post.id } });
  if (post.wasPublic) await tx.redirect.create({ data: { slug: post.slug, postId: post.id } });
}

async function freeSlug(tx: Tx, base: string, ownId: string | undefined): Promise<string> {
  if (!base) return ownId ? `post-${ownId}` : "";
  for (let first = 1; ; first += CANDIDATES_AT_ONCE) {
    const candidates = Array.from({ length: CANDIDATES_AT_ONCE }, (_, more) => numberedSlug(base, first + more));
    const taken = await takenSlugs(tx, candidates, ownId);
    const free = candidates.find((slug) => !taken.has(slug) && !isReserved(slug));
    if (free) return free;
  }
}

/** Lets nobody else settle an address until the transaction ends. */
export async function holdAddresses(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${ADDRESS_LOCK})`;
}

/** Which of these slugs another post has or had than the one with `ownId`. Indexes: post_slug_key, redirect's primary key. */
export async function takenSlugs(tx: Tx, slugs: string[], ownId: string | undefined): Promise<Set<string>> {
  const not = ownId ? { not: ownId } : undefined;
  const posts = await tx.post.findMany({ where: { slug: { in: slugs }, id: not }, select: { slug: true }, take: slugs.length });
  const redirects = await tx.redirect.findMany({ where: { slug: { in: slugs }, postId: not }, select: { slug: true }, take: slugs.length });
  return new Set([...posts, ...redirects].map(({ slug }) => slug));
}

function refused(code: "slugReserved" | "slugTaken"): Result<{ slug: string }> {
  return { ok: false, error: "invalid", fields: { slug: [code] } };
}
