import { privateDb } from "@/lib/db/private";
import { fileName } from "@/lib/media/shown";
import { isPictureId, mediaStore } from "@/lib/media/store";

/** How long the files of a former edition are kept: until then, pages that somebody keeps may ask for them. */
export const EDITION_DAYS = 30;
/** Files without a row are left over after so many hours: an upload that is under way has none yet. */
const LEFTOVER_HOURS = 24;
const HOUR_MS = 3_600_000;
const BATCH = 200;

/** Removes the files of a deleted picture. Does nothing when it is there after all. */
export async function discardFiles({ mediaId }: { mediaId: string }): Promise<void> {
  if (await privateDb.media.count({ where: { id: mediaId } })) return;
  await mediaStore().remove(mediaId, () => true);
}

/** Clears the media store of what is not needed any more. Takes the time now. Safe to run twice, and beside uploads. */
export async function sweepMedia(now = new Date()): Promise<void> {
  await forgetEditions(new Date(now.getTime() - EDITION_DAYS * 24 * HOUR_MS));
  await removeLeftovers(new Date(now.getTime() - LEFTOVER_HOURS * HOUR_MS));
}

/** Index: media_replaced. */
async function forgetEditions(before: Date): Promise<void> {
  const replaced = await privateDb.media.findMany({
    where: { replacedAt: { lt: before } },
    select: { id: true, edition: true, widths: true, replacedAt: true },
    orderBy: { replacedAt: "asc" },
    take: BATCH,
  });
  for (const { id, edition, widths, replacedAt } of replaced) {
    const isCurrent = new Set(
      widths.flatMap((width) => (["avif", "webp", "jpg"] as const).map((type) => fileName({ edition, width, type }))),
    );
    await mediaStore().remove(id, (name) => !isCurrent.has(name));
    // Not when it was replaced again meanwhile.
    await privateDb.media.updateMany({ where: { id, replacedAt }, data: { replacedAt: null } });
  }
}

/** What an interrupted upload left: files in a folder that no row names. */
async function removeLeftovers(before: Date): Promise<void> {
  let old = new Set<string>();
  for await (const { id, writtenAt } of mediaStore().list()) {
    // A bucket may hold other things, too: they are not ours to remove.
    if (writtenAt < before && isPictureId(id)) old.add(id);
    if (old.size >= BATCH) {
      await removeUnknown(old);
      old = new Set();
    }
  }
  await removeUnknown(old);
}

/** Index: the primary key. */
async function removeUnknown(ids: Set<string>): Promise<void> {
  const known = await privateDb.media.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  for (const { id } of known) ids.delete(id);
  for (const id of ids) await mediaStore().remove(id, () => true);
}
