import type { Prisma } from "@/lib/db/generated/client";

/** How a comment stands in its conversation: whether it begins a thread, is shown before all others, and its thread takes no more answers. */
export interface Standing {
  isFirst: boolean;
  isPinned: boolean;
  isClosed: boolean;
}

export const STANDING = { pinnedAt: true, closedAt: true, root: { select: { closedAt: true } } } satisfies Prisma.CommentSelect;

/** How a comment stands, by the columns of STANDING. */
export function standingOf({ pinnedAt, closedAt, root }: Prisma.CommentGetPayload<{ select: typeof STANDING }>): Standing {
  return { isFirst: !root, isPinned: pinnedAt !== null, isClosed: (root ?? { closedAt }).closedAt !== null };
}
