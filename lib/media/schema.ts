import { z } from "zod";

/** The largest file that is taken, in bytes. The server refuses larger bodies before they are read. */
export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;
/** The most pixels that are decoded: 40 megapixels take 160 MB of memory while they are. */
export const MAX_PIXELS = 40_000_000;
/** The longest side in pixels: WebP knows no longer one. */
export const MAX_SIDE_PIXELS = 16_383;
/** The widths in pixels that are made of each picture, as far as it has them. */
export const WIDTHS = [320, 640, 960, 1280, 1920];
/** The longest alternative text, in characters. */
export const MAX_ALT_CHARS = 1000;

/** What comes in with a picture. The alternative text is required: a picture without one is silent to a screen reader (WCAG 1.1.1). */
export const mediaInput = z.object({
  bytes: z.instanceof(Uint8Array, { error: "required" }).refine((bytes) => bytes.length > 0, "required"),
  alt: z
    .string("altRequired")
    .transform((text) =>
      text
        .normalize("NFC")
        .replace(/\p{Cc}+/gu, " ")
        .trim(),
    )
    .pipe(z.string().min(1, "altRequired").max(MAX_ALT_CHARS, "tooLong")),
});

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
