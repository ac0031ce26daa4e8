import sharp, { type Sharp } from "sharp";
import { MAX_PIXELS, MAX_SIDE_PIXELS, WIDTHS } from "@/lib/media/schema";
import type { PictureType } from "@/lib/media/shown";
import type { Result } from "@/lib/result";
import { shared } from "@/lib/shared";

// libvips picks a decoder by content and knows many (SVG, PDF …): all but these are closed, so that no
// uploaded byte reaches them, whatever the file's name or type says.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Heif", "Nsgif"].map((format) => `VipsForeignLoad${format}Buffer`),
});

/** One file made of a picture. */
export interface Rendition {
  width: number;
  type: PictureType;
  bytes: Uint8Array;
}

/**
 * Judges a picture by its content and makes it anew in every width (WIDTHS, never beyond its own): upright, in
 * sRGB, without metadata (EXIF, GPS). What was uploaded is not kept. One picture at a time in a process, off the
 * event loop. Takes untrusted bytes. Returns the upright size in pixels and the renditions, smallest first;
 * or `notAPicture` (no JPEG, PNG, WebP, AVIF or still GIF, or a damaged one), or `pictureTooLarge` (in pixels).
 */
export async function encodePicture(bytes: Uint8Array): Promise<Result<{ width: number; height: number; renditions: Rendition[] }>> {
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!header || (header.format === "heif" && header.compression !== "av1") || (header.pages ?? 1) > 1) {
    return { ok: false, error: "notAPicture" };
  }
  const { width, height } = header.autoOrient;
  if (width * height > MAX_PIXELS || Math.max(width, height) > MAX_SIDE_PIXELS) return { ok: false, error: "pictureTooLarge" };
  return inTurn(async () => {
    const widths = widthsOf(width);
    const largest = await decode(bytes, Math.max(...widths));
    if (!largest) return { ok: false, error: "notAPicture" };
    const renditions: Rendition[] = [];
    for (const each of widths) renditions.push(await webp(largest, each), await jpeg(largest, each));
    return { ok: true, width, height, renditions };
  });
}

const turn = shared("media.turn", () => ({ last: Promise.resolve<unknown>(undefined) }));

/** Does this work after all that came before: a decoded picture can take 160 MB. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.last.then(work);
  turn.last = Promise.allSettled([mine]);
  return mine;
}

function widthsOf(width: number): number[] {
  const largest = Math.min(width, Math.max(...WIDTHS));
  return [...WIDTHS.filter((each) => each < largest), largest];
}

interface Decoded {
  data: Buffer;
  info: { width: number; height: number; channels: 1 | 2 | 3 | 4 };
}

/** The pixels, upright and in sRGB, at this width; null when the file is damaged. Its warnings (many cameras cause some) are no damage. */
function decode(bytes: Uint8Array, width: number): Promise<Decoded | null> {
  return sharp(bytes, { failOn: "error", limitInputPixels: MAX_PIXELS })
    .autoOrient()
    .resize({ width })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
}

async function webp(from: Decoded, width: number): Promise<Rendition> {
  return { width, type: "webp", bytes: await at(from, width).webp({ quality: 80 }).toBuffer() };
}

async function jpeg(from: Decoded, width: number): Promise<Rendition> {
  // JPEG has no transparency: what shines through becomes white, as paper.
  return {
    width,
    type: "jpg",
    bytes: await at(from, width).flatten({ background: "#fff" }).jpeg({ quality: 80, progressive: true }).toBuffer(),
  };
}

function at({ data, info }: Decoded, width: number): Sharp {
  return sharp(data, { raw: info }).resize({ width });
}
