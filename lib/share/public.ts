import { createHash } from "node:crypto";
import { pathFor, type PictureFiles } from "@/lib/media/shown";
import { siteAddress } from "@/lib/settings/public";

/** The size in pixels that OpenGraph and X show whole (1.91:1). */
export const CARD = { width: 1200, height: 630 };
/** Grows when cards are drawn another way: their addresses are kept for good by who asked. */
const DRAWING = 2;

/** What stands on a card. */
export interface CardContent {
  title: string;
  /** The category's name, if the post has one. */
  section: string;
  site: string;
  /** The site's accent, for the bar above. */
  accent: string;
}

/** What a card's file is called: another one as soon as something on it is. */
export function cardFile({ title, section, site, accent }: CardContent): string {
  const hash = createHash("sha256").update(JSON.stringify([DRAWING, title, section, site, accent]));
  return `${hash.digest("hex").slice(0, 16)}.png`;
}

/** A post's lead picture where it is shared, as OpenGraph names it; undefined where it has none. Takes the post. */
export function leadPictureOf({ leadMedia }: { leadMedia: (PictureFiles & { alt: string; width: number; height: number }) | null }) {
  if (!leadMedia) return undefined;
  const { alt, width, height, widths } = leadMedia;
  const widest = widths.at(-1) ?? width;
  const size = { width: widest, height: Math.round((height * widest) / width) };
  return { url: siteAddress(pathFor(leadMedia, widest, "jpg")), alt, ...size, type: "image/jpeg" };
}

/** The picture that stands for a post without one where it is shared, as OpenGraph names it. Takes the post and the site's settings. */
export function cardOf(
  { id, title, category }: { id: string; title: string; category: { name: string } | null },
  { name, accent }: { name: string; accent: string },
) {
  const file = cardFile({ title, section: category?.name ?? "", site: name, accent });
  return { url: siteAddress(`/share/${id}/${file}`), ...CARD, type: "image/png", alt: title };
}
