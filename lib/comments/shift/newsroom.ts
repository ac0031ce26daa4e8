import { mayModerate } from "@/lib/comments/policy";
import type { Braking } from "@/lib/comments/shift/brake";
import { privateDb } from "@/lib/db/private";
import type { Actor } from "@/lib/users/policy";

/** A brake of one post. */
interface PostBrake extends Braking {
  post: { id: string; title: string; slug: string };
}

/** What a shift of the moderation has to know: what is slowed down, and what the one before left written. */
export interface Shift {
  site: Braking;
  posts: PostBrake[];
  notes: { id: string; text: string; by: string | null; createdAt: Date }[];
  /** The post that the list is about, if it is about one. */
  post: { id: string; title: string } | null;
}

const MOST_POSTS = 50;
const MOST_NOTES = 20;

/**
 * What the shift has to know. Takes the actor, and for which article the list was asked, as it was typed: at an address that
 * is one post's, its brake can be set. Null for whom may not moderate. Indexes: the primary keys, post_slug_key.
 */
export async function shiftOf(actor: Actor, article = ""): Promise<Shift | null> {
  if (!mayModerate(actor)) return null;
  const slug = /^\/([^/?#]+)$/.exec(article)?.[1];
  const [brakes, notes, post] = await Promise.all([
    privateDb.brake.findMany({
      select: { holdsAll: true, slowSeconds: true, post: { select: { id: true, title: true, slug: true } } },
      orderBy: { id: "desc" },
      take: MOST_POSTS + 1,
    }),
    privateDb.shiftNote.findMany({
      select: { id: true, text: true, createdAt: true, user: { select: { name: true } } },
      orderBy: { id: "desc" },
      take: MOST_NOTES,
    }),
    slug ? privateDb.post.findUnique({ where: { slug }, select: { id: true, title: true } }) : null,
  ]);
  const { holdsAll, slowSeconds } = brakes.find((brake) => brake.post === null) ?? { holdsAll: false, slowSeconds: 0 };
  return {
    site: { holdsAll, slowSeconds },
    posts: brakes.flatMap((brake) => (brake.post ? [{ ...brake, post: brake.post }] : [])),
    notes: notes.map(({ user, ...note }) => ({ ...note, by: user?.name ?? null })),
    post,
  };
}
