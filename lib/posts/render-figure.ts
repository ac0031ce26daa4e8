import { pathFor, sourcesOf, srcSetOf, type PictureFiles } from "@/lib/media/shown";
import { mediaIdOf, type Figure } from "@/lib/posts/document";
import { escapeHtml } from "@/lib/posts/escape-html";

/** A picture as it lies in the media store, its size in pixels. */
export interface Picture extends PictureFiles {
  width: number;
  height: number;
}

/** A picture with what stands under it. Takes its attributes, and its sizes where they are known. */
export function figureHtml({ src, alt, caption, credit }: Figure["attrs"], picture: Picture | undefined): string {
  if (!mediaIdOf(src)) return "";
  const image = picture ? pictureHtml(alt, picture) : `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}" loading="lazy">`;
  return `<figure>${image}${captionHtml(caption, credit)}</figure>`;
}

function pictureHtml(alt: string, picture: Picture): string {
  const sizes = `sizes="(min-width: 48rem) 44rem, 100vw"`;
  const sources = sourcesOf(picture).map(({ type, srcSet }) => `<source type="${type}" srcset="${srcSet}" ${sizes}>`);
  return (
    `<picture>${sources.join("")}` +
    `<img src="${pathFor(picture, picture.width, "jpg")}" srcset="${srcSetOf(picture, "jpg")}" ${sizes} alt="${escapeHtml(alt)}" ` +
    `width="${picture.width}" height="${picture.height}" loading="lazy" decoding="async"></picture>`
  );
}

/** What stands under a picture: what is seen on it, and whose it is. */
function captionHtml(caption: string, credit: string): string {
  if (!caption && !credit) return "";
  const owner = credit && `<small>${escapeHtml(credit)}</small>`;
  return `<figcaption>${[caption && escapeHtml(caption), owner].filter(Boolean).join(" ")}</figcaption>`;
}
