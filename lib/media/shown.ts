import type { Prisma } from "@/lib/db/generated/client";

/** What is read of a picture to show it: its texts, its sizes in pixels, and how its files are named. */
export const pictureColumns = {
  id: true,
  edition: true,
  alt: true,
  caption: true,
  credit: true,
  width: true,
  height: true,
  widths: true,
  hasAvif: true,
  focalX: true,
  focalY: true,
} satisfies Prisma.MediaSelect;

/** What readers' pages need besides: the placeholder. */
export const readerColumns = { ...pictureColumns, blur: true } satisfies Prisma.MediaSelect;

/** The kinds of file that are made of each width, best first: AVIF, WebP, and JPEG for what knows neither. */
export type PictureType = "avif" | "webp" | "jpg";

/** Which files there are of a picture: `widths` in pixels, smallest first. */
export interface PictureFiles {
  id: string;
  edition: number;
  widths: number[];
  hasAvif: boolean;
}

/**
 * The path at which one width of a picture is served. What stands there never changes: a file that replaces the
 * picture is another edition, with paths of its own.
 */
export function picturePath({ id, edition }: Pick<PictureFiles, "id" | "edition">, width: number, type: PictureType): string {
  return `/media/${id}/${fileName({ edition, width, type })}`;
}

/** A file's name within its picture's folder: the first edition's names are plain (`640.webp`), those of others begin with its number. */
export function fileName({ edition, width, type }: { edition: number; width: number; type: PictureType }): string {
  return `${edition === 1 ? "" : `${edition}-`}${width}.${type}`;
}

/** The file's name at which a picture's present edition is found, whichever that is. */
export const PRESENT_FILE = "present.webp";
/** The width in pixels of that file, or the largest that there is. */
export const PRESENT_PIXELS = 960;

/** The path that leads to the present edition of the picture of which this is a file; other paths stay. Unlike a file's own, it is asked for each time. */
export function presentPathOf(path: string): string {
  return path.replace(/^(\/media\/[^/]+\/)[^/]+$/, `$1${PRESENT_FILE}`);
}

/** The path of the file that fills so many pixels of width, or of the largest that there is. */
export function pathFor(picture: PictureFiles, pixels: number, type: PictureType = "webp"): string {
  const { widths } = picture;
  return picturePath(picture, widths.find((each) => each >= pixels) ?? widths.at(-1) ?? pixels, type);
}

/** All files of one type with their widths, as `srcset` names them (HTML §4.8.4.2.1). */
export function srcSetOf(picture: PictureFiles, type: PictureType): string {
  return picture.widths.map((width) => `${picturePath(picture, width, type)} ${width}w`).join(", ");
}

/** What a `picture` element offers before its `img`, which is JPEG: the types that a browser may know, best first. */
export function sourcesOf(picture: PictureFiles): { type: string; srcSet: string }[] {
  const types = picture.hasAvif ? (["avif", "webp"] as const) : (["webp"] as const);
  return types.map((type) => ({ type: `image/${type}`, srcSet: srcSetOf(picture, type) }));
}

/** The media type of a file, by its name (RFC 6838; `image/avif` is AVIF §11's). */
export function mediaTypeOf(name: string): string {
  return name.endsWith(".jpg") ? "image/jpeg" : `image/${name.slice(name.lastIndexOf(".") + 1)}`;
}
