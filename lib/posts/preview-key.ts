import { timingSafeEqual } from "node:crypto";
import { digest } from "@/lib/keys";

/** How long a preview's link opens. */
const PREVIEW_SECONDS = 7 * 24 * 60 * 60;
const FORM = /^([0-9a-f]{32})-([0-9a-z]{1,10})-([\w-]{43})$/;

/** The key of a private link to a post's preview: its id, when it ends, and a keyed digest of both. Takes the time now. */
export function previewKey(postId: string, now: Date): string {
  const plain = `${postId.replaceAll("-", "")}-${(Math.floor(now.getTime() / 1000) + PREVIEW_SECONDS).toString(36)}`;
  return `${plain}-${sign(plain)}`;
}

/** The post that a preview's key opens; null when it is not one that this site made, or has ended. Takes the time now. */
export function openPreviewKey(key: string, now: Date): string | null {
  const [, id = "", end = "", signature = ""] = FORM.exec(key) ?? [];
  if (!id || !timingSafeEqual(Buffer.from(signature), Buffer.from(sign(`${id}-${end}`)))) return null;
  if (parseInt(end, 36) * 1000 <= now.getTime()) return null;
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function sign(plain: string): string {
  return digest("preview", plain).toString("base64url");
}
