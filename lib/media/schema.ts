import { z } from "zod";

/** The largest file that is taken, in bytes. The server refuses larger bodies before they are read. */
export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;
/** The most pixels that are decoded: 40 megapixels take 160 MB of memory while they are. */
export const MAX_PIXELS = 40_000_000;
/** The longest side in pixels: WebP knows no longer one. */
export const MAX_SIDE_PIXELS = 16_383;
/** The widths in pixels that are made of each picture, as far as it has them. */
export const WIDTHS = [320, 640, 960, 1280, 1920];
/** What the newsroom's file fields accept; the server judges by content. */
export const PICTURE_TYPES = "image/jpeg,image/png,image/webp,image/avif,image/gif";
/** The longest alternative text, caption, credit, in characters. */
export const MAX_ALT_CHARS = 1000;
export const MAX_CAPTION_CHARS = 2000;
export const MAX_CREDIT_CHARS = 300;

const line = z.string("invalid").transform((text) =>
  text
    .normalize("NFC")
    .replace(/\p{Cc}+/gu, " ")
    .trim(),
);
const percent = z.coerce.number("invalid").int("invalid").min(0, "invalid").max(100, "invalid");
const id = z.uuid("notFound");
const bytes = z.instanceof(Uint8Array, { error: "required" }).refine((file) => file.length > 0, "required");
/** As the uploader's machine calls it; only for finding it again, so what does not fit is cut. */
const fileName = line.transform((name) => Array.from(name).slice(0, 300).join("")).default("");

/** What is told of a picture. The alternative text is required: a picture without one is silent to a screen reader (WCAG 1.1.1). */
const texts = {
  alt: z.string("altRequired").pipe(line).pipe(z.string().min(1, "altRequired").max(MAX_ALT_CHARS, "tooLong")),
  caption: line.pipe(z.string().max(MAX_CAPTION_CHARS, "tooLong")).default(""),
  credit: line.pipe(z.string().max(MAX_CREDIT_CHARS, "tooLong")).default(""),
};

/** What comes in with a picture. */
export const mediaInput = z.object({ bytes, fileName, ...texts });
export type MediaInput = z.output<typeof mediaInput>;

/** What may be changed of a picture that is there: its texts, and the place that crops keep, in percent. */
export const mediaChange = z.object({ id, ...texts, focalX: percent, focalY: percent });

/** The file that a picture is replaced by. */
export const mediaReplacement = z.object({ id, bytes, fileName });

/** Which picture an act is about. */
export const mediaRef = z.object({ id });

/** A picture as the editor and the picker know it. `widths` are the made ones, smallest first. */
export const picture = z.object({
  id: z.uuid(),
  edition: z.int(),
  alt: z.string(),
  caption: z.string(),
  credit: z.string(),
  width: z.int(),
  height: z.int(),
  widths: z.array(z.int()),
  hasAvif: z.boolean(),
  focalX: z.int(),
  focalY: z.int(),
});

export type Picture = z.infer<typeof picture>;
