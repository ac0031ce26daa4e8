import type { Tx } from "@/lib/db/private";
import { isDesk, mayChangePicture } from "@/lib/media/policy";
import { settingsUsing } from "@/lib/media/uses";
import type { Actor } from "@/lib/users/policy";

/** Whether the actor may change a picture (`mayChangePicture`), by where it stands now. Takes the private client or a transaction. Indexes: those of `isShownByOthers`. */
export async function mayChangeNow(db: Tx, actor: Actor, picture: { id: string; uploadedById: string }): Promise<boolean> {
  if (isDesk(actor) || !mayChangePicture(actor, picture)) return mayChangePicture(actor, picture);
  return mayChangePicture(actor, { ...picture, isShownByOthers: await isShownByOthers(db, picture.id, actor) });
}

/**
 * Whether readers see a picture where this user could not have put it: in a published post of others, for contributors
 * in any published one; as somebody else's portrait; or around every page. Indexes: post (lead_media_id), post_media
 * (media_id), newsroom_user (picture_id); settings are few.
 */
async function isShownByOthers(db: Tx, mediaId: string, { id: userId, role }: Actor): Promise<boolean> {
  const ofOthers = { status: "published", ...(role !== "contributor" && { authors: { none: { userId } } }) } as const;
  if (await db.post.findFirst({ where: { leadMediaId: mediaId, ...ofOthers }, select: { id: true } })) return true;
  if (await db.postMedia.findFirst({ where: { mediaId, post: ofOthers }, select: { postId: true } })) return true;
  if (await db.user.findFirst({ where: { pictureId: mediaId, id: { not: userId } }, select: { id: true } })) return true;
  return (await settingsUsing(db, mediaId)).length > 0;
}
