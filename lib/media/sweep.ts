import type { Media } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import { isId } from "@/lib/ids";
import { fileName } from "@/lib/media/shown";
import { mediaStore } from "@/lib/media/store";

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
  const leftover = new Date(now.getTime() - LEFTOVER_HOURS * HOUR_MS);
  await forgetEditions(new Date(now.getTime() - EDITION_DAYS * 24 * HOUR_MS), leftover);
  await removeLeftovers(leftover);
}

const FILES = { id: true, edition: true, widths: true, replacedAt: true } as const;
type Row = Pick<Media, keyof typeof FILES>;

/** Index: media_replaced. */
async function forgetEditions(before: Date, leftover: Date): Promise<void> {
  const replaced = await privateDb.media.findMany({
    where: { replacedAt: { lt: before } },
    select: FILES,
    orderBy: { replacedAt: "asc" },
    take: BATCH,
  });
  for (const picture of replaced) {
    await removeOthers(picture, leftover);
    // Not when it was replaced again meanwhile.
    const { id, replacedAt } = picture;
    await privateDb.media.updateMany({ where: { id, replacedAt }, data: { replacedAt: null } });
  }
}

/** Removes what is not of the present edition; not what was written of late: it may become the next one in a moment. */
async function removeOthers(picture: Row, before: Date): Promise<void> {
  const present = filesOf(picture);
  await mediaStore().remove(picture.id, ({ name, writtenAt }) => !present.has(name) && writtenAt < before);
}

function filesOf({ edition, widths }: Row): Set<string> {
  return new Set(widths.flatMap((width) => (["avif", "webp", "jpg"] as const).map((type) => fileName({ edition, width, type }))));
}

/** What interrupted uploads left: files in a folder that no row names, or that no picture has as its own. */
async function removeLeftovers(before: Date): Promise<void> {
  let old = new Map<string, Set<string>>();
  for await (const { id, name, writtenAt } of mediaStore().list()) {
    // A bucket may hold other things, too: they are not ours to remove.
    if (writtenAt < before && isId(id)) old.set(id, (old.get(id) ?? new Set()).add(name));
    if (old.size >= BATCH) {
      await removeUnknown(old, before);
      old = new Map();
    }
  }
  await removeUnknown(old, before);
}

/** Index: the primary key. */
async function removeUnknown(old: Map<string, Set<string>>, before: Date): Promise<void> {
  const known = await privateDb.media.findMany({ where: { id: { in: [...old.keys()] } }, select: FILES, take: BATCH });
  const unknown = new Set(old.keys());
  for (const picture of known) {
    unknown.delete(picture.id);
    // Files of former editions are kept for their time (forgetEditions).
    const present = filesOf(picture);
    const isLeft = [...(old.get(picture.id) ?? [])].some((name) => !present.has(name));
    if (isLeft && picture.replacedAt === null) await removeOthers(picture, before);
  }
  for (const id of unknown) await mediaStore().remove(id, () => true);
}
