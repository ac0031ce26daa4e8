import { bytesOfId, expiringKey, idOfBytes, openExpiringKey } from "@/lib/signed-key";

const PURPOSE = "preview";
/** How long a preview's link opens. */
const PREVIEW_SECONDS = 7 * 24 * 60 * 60;

/** The key of a private link to a post's preview. Takes the time now, from which it opens for a week. */
export function previewKey(postId: string, now: Date): string {
  return expiringKey(PURPOSE, bytesOfId(postId), new Date(now.getTime() + PREVIEW_SECONDS * 1000));
}

/** The post that a preview's key opens; null when it is not one that this site made, or has ended. Takes the time now. */
export function openPreviewKey(key: string, now: Date): string | null {
  const id = openExpiringKey(PURPOSE, key, now);
  return id && idOfBytes(id);
}
