import type { Tx } from "@/lib/db/private";
import { numberedSlug, slugOf } from "@/lib/posts/slug";

/** Addresses of author pages are settled one after the other (any 32-bit number; posts have one of their own). */
const AUTHOR_SLUG_LOCK = 505_426;
const MOST_OF_ONE_NAME = 100;

/** Lets nobody else settle the address of an author page until the commit. */
export async function holdAuthorSlugs(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${AUTHOR_SLUG_LOCK})`;
}

/** Whether a colleague's author page stands at this address, or stood there and leads on from it. Indexes: newsroom_user_slug_key, the primary key. */
export async function isAuthorSlugTaken(tx: Tx, slug: string, ownId: string): Promise<boolean> {
  if (await tx.user.count({ where: { slug, id: { not: ownId } } })) return true;
  return (await tx.authorRedirect.count({ where: { slug, userId: { not: ownId } } })) > 0;
}

/**
 * The address of a new colleague's author page, made from their name and numbered where others have it or had it; it is held
 * until the commit. Null when the name leaves nothing of the alphabet. Indexes: newsroom_user_slug_key, the primary key.
 */
export async function freeAuthorSlug(tx: Tx, name: string): Promise<string | null> {
  const base = slugOf(name);
  if (!base) return null;
  await holdAuthorSlugs(tx);
  const candidates = Array.from({ length: MOST_OF_ONE_NAME }, (_, more) => numberedSlug(base, more + 1));
  const among = { where: { slug: { in: candidates } }, select: { slug: true }, take: MOST_OF_ONE_NAME };
  const [users, redirects] = [await tx.user.findMany(among), await tx.authorRedirect.findMany(among)];
  const taken = new Set([...users, ...redirects].map(({ slug }) => slug));
  return candidates.find((slug) => !taken.has(slug)) ?? null;
}
