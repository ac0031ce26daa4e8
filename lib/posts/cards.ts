import { tags } from "@/lib/cache/tags";
import type { Prisma } from "@/lib/db/generated/client";
import { publicDb } from "@/lib/db/public";
import { readerColumns } from "@/lib/media/shown";
import { inOrderOf } from "@/lib/ids";
import { dependsOn } from "@/lib/server/bridge";

/** What lists of posts ask for. */
export const published = { status: "published", kind: "post" } as const;
/** What a list reads of each post. */
export const card = {
  id: true,
  slug: true,
  lang: true,
  title: true,
  standfirst: true,
  publishedAt: true,
  category: { select: { id: true, name: true, slug: true } },
  leadMedia: { select: readerColumns },
} satisfies Prisma.PostSelect;

/** A picture as readers see it; where its files stand, lib/media/shown.ts says. */
export type Picture = Prisma.MediaGetPayload<{ select: (typeof card)["leadMedia"]["select"] }>;
/** A post as it is read for a list. */
export type CardRow = Prisma.PostGetPayload<{ select: typeof card }>;
/** A post as lists show it. */
export type PostCard = Omit<CardRow, "publishedAt"> & { publishedAt: Date };

/** A row as lists show it, noting what is shown: the post, its category. A published post has a date (post_published_has_date); the type does not know. */
export function shown({ publishedAt, ...post }: CardRow): PostCard[] {
  dependsOn(tags.post(post.id), ...(post.category ? [tags.category(post.category.id)] : []));
  return publishedAt ? [{ ...post, publishedAt }] : [];
}

/** Published posts by their ids, in the order of the ids. Index: the primary key. Shows: each, also one that is not public. */
export async function cards(ids: string[]): Promise<PostCard[]> {
  dependsOn(...ids.map(tags.post));
  if (ids.length === 0) return [];
  const rows = await publicDb.post.findMany({ where: { id: { in: ids }, ...published }, select: card, take: ids.length });
  return inOrderOf(ids, rows.flatMap(shown));
}
