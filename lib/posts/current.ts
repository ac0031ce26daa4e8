import type { PostKind, PostStatus } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/private";

/** A post as an act finds it, locked until the act's transaction ends. */
export interface CurrentPost {
  id: string;
  kind: PostKind;
  status: PostStatus;
  /** Where it was before it came into the trash; null while it is not there. */
  trashedFrom: PostStatus | null;
  slug: string;
  version: number;
  /** The version that the row shows (prisma/schema.prisma). */
  appliedVersion: number;
  /** Whether it was ever published: its address may be known. */
  wasPublic: boolean;
  authorIds: string[];
}

/**
 * Locks a post and reads what acts decide by; null when there is none. Others who change the same post wait until
 * the transaction ends. Takes a transaction of the private client and the post's id. Index: the primary key.
 */
export async function lockPost(tx: Tx, id: string): Promise<CurrentPost | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>`select id from post where id = ${id}::uuid for update`;
  if (!locked[0]) return null;
  const { publishedAt, authors, ...post } = await tx.post.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      kind: true,
      status: true,
      trashedFrom: true,
      slug: true,
      version: true,
      appliedVersion: true,
      publishedAt: true,
      authors: { select: { userId: true }, orderBy: { position: "asc" } },
    },
  });
  return { ...post, wasPublic: publishedAt !== null, authorIds: authors.map(({ userId }) => userId) };
}
