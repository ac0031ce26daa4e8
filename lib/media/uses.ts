import type { PostKind, PostStatus } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/private";

/** So many of each kind of use are named. */
export const MOST_USES = 50;

/** A post that uses a picture: over its text, in it, or in changes to it that are not public yet. */
export interface PostUse {
  id: string;
  title: string;
  kind: PostKind;
  status: PostStatus;
}

/** Where a picture is used. A post stands in one list only, the first that fits. */
export interface Uses {
  leads: PostUse[];
  texts: PostUse[];
  waiting: PostUse[];
  portraits: { id: string; name: string }[];
  /** The keys of the site's settings that name it. */
  settings: string[];
}

const POST = { id: true, title: true, kind: true, status: true } as const;

/**
 * Where a picture is used, up to 50 of each kind. Takes the private client or a transaction of it, and the picture's
 * id. Indexes: post (lead_media_id), post_media (media_id), newsroom_user (picture_id), post_waiting for the newest
 * revisions that are not public, whose fields are then searched; settings are few.
 */
export async function usesOf(db: Tx, id: string): Promise<Uses> {
  const leads = await db.post.findMany({ where: { leadMediaId: id }, select: POST, orderBy: { id: "desc" }, take: MOST_USES });
  const inTexts = await db.postMedia.findMany({
    // A post without a lead picture is not one with another: SQL compares nothing with null.
    where: { mediaId: id, post: { OR: [{ leadMediaId: null }, { leadMediaId: { not: id } }] } },
    select: { post: { select: POST } },
    orderBy: { postId: "desc" },
    take: MOST_USES,
  });
  const texts = inTexts.map(({ post }) => post);
  const known = new Set([...leads, ...texts].map((post) => post.id));
  const waiting = (await postsWaitingWith(db, id)).filter((post) => !known.has(post.id));
  return { leads, texts, waiting, portraits: await usersUsing(db, id), settings: await settingsUsing(db, id) };
}

/** Whether nothing uses it. */
export function isUnused(uses: Uses): boolean {
  return Object.values(uses).every((list: unknown[]) => list.length === 0);
}

/** Who is shown by a picture. Index: newsroom_user (picture_id). */
export function usersUsing(db: Tx, id: string) {
  return db.user.findMany({ where: { pictureId: id }, select: { id: true, name: true }, take: MOST_USES });
}

/** The keys of the settings that name a picture. They are few. */
export async function settingsUsing(db: Tx, id: string): Promise<string[]> {
  const found = await db.$queryRaw<{ key: string }[]>`select key from setting where value::text like ${`%${id}%`}`;
  return found.map(({ key }) => key);
}

/** A revision holds what was typed, finished or not: a picture is named somewhere in it, by id or by the path of its file. */
function postsWaitingWith(db: Tx, id: string): Promise<PostUse[]> {
  return db.$queryRaw<PostUse[]>`
    select post.id, post.title, post.kind, post.status
    from post join post_revision revision on revision.post_id = post.id and revision.version = post.version
    where post.version > post.applied_version and revision.fields::text like ${`%${id}%`}
    order by post.id desc limit ${MOST_USES}`;
}
