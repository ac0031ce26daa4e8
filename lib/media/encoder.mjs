// The program in which uploads are decoded: lib/media/encode.ts starts it anew for each picture, so that whatever a
// file does to the decoder ends with this process, and its memory with it. Run as it is, without a build.
import sharp from "sharp";

// libvips picks a decoder by content and knows many (SVG, PDF …): all but these are closed, so that no
// uploaded byte reaches them, whatever the file's name or type says.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["Jpeg", "Png", "Webp", "Heif", "Nsgif"].map((format) => `VipsForeignLoad${format}Buffer`) });

const BLUR_PIXELS = 16;
// Effort 4, which sharp chooses by itself, took 10.5 s of a processor for a made-up photograph at 960 pixels, effort 1
// 1.2 s, and its file was no larger; with real ones it may be somewhat larger.
const AVIF = { quality: 50, effort: 1 };

process.once("disconnect", () => process.exit());
process.once("message", (asked) => {
  void encode(asked).then((answer) => process.send(answer, () => process.exit()));
});

/**
 * Judges a picture by its content and makes it anew in every width. Takes `bytes`, `widths` and the limits in pixels
 * (`maxPixels`, `maxSidePixels`). Answers with the upright size, a placeholder (null where it shines through) and the
 * renditions, or with an error code.
 */
async function encode({ bytes, widths, maxPixels, maxSidePixels }) {
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!header || (header.format === "heif" && header.compression !== "av1") || (header.pages ?? 1) > 1) {
    return { ok: false, error: "notAPicture" };
  }
  const { width, height } = header.autoOrient;
  if (width * height > maxPixels || Math.max(width, height) > maxSidePixels) return { ok: false, error: "pictureTooLarge" };
  const made = widthsOf(width, widths);
  const largest = await decode(bytes, Math.max(...made), maxPixels);
  if (!largest) return { ok: false, error: "notAPicture" };
  const renditions = await Promise.all(made.flatMap((each) => [avif(largest, each), webp(largest, each), jpeg(largest, each)]));
  return { ok: true, width, height, blur: await blurOf(largest), renditions };
}

/** The widths that it has itself; its own where that is smaller than the largest. */
function widthsOf(width, widths) {
  const largest = Math.min(width, Math.max(...widths));
  return [...widths.filter((each) => each < largest), largest];
}

/** The pixels, upright and in sRGB, without metadata; null when the file is damaged. Its warnings (many cameras cause some) are no damage. */
function decode(bytes, width, maxPixels) {
  return sharp(bytes, { failOn: "error", limitInputPixels: maxPixels })
    .autoOrient()
    .resize({ width })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
}

async function avif(from, width) {
  return { width, type: "avif", bytes: await at(from, width).avif(AVIF).toBuffer() };
}

async function webp(from, width) {
  return { width, type: "webp", bytes: await at(from, width).webp({ quality: 80 }).toBuffer() };
}

async function jpeg(from, width) {
  // JPEG has no transparency: what shines through becomes white, as paper.
  return {
    width,
    type: "jpg",
    bytes: await at(from, width).flatten({ background: "#fff" }).jpeg({ quality: 80, progressive: true }).toBuffer(),
  };
}

async function blurOf(from) {
  if (!(await sharp(from.data, { raw: from.info }).stats()).isOpaque) return null;
  return at(from, Math.min(BLUR_PIXELS, from.info.width)).webp({ quality: 40 }).toBuffer();
}

function at({ data, info }, width) {
  return sharp(data, { raw: info }).resize({ width });
}
