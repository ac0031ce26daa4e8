import { access } from "node:fs/promises";
import path from "node:path";
import sharp, { type OverlayOptions } from "sharp";
import { escapeHtml } from "@/lib/posts/escape-html";
import { CARD, type CardContent } from "@/lib/share/public";

/** As components/ui/tokens.css has them: black on white. */
const [PAPER, INK, SOFT] = ["#ffffff", "#17191c", "#4c4f55"];
const FONT = "node_modules/@expo-google-fonts/newsreader/600SemiBold/Newsreader_600SemiBold.ttf";
const MARGIN = 80;
const BAR = 24;
/** At which size in pixels a title of so many characters fills its room; a longer one is cut between words. */
const SIZES = [
  { most: 60, pixels: 88 },
  { most: 110, pixels: 70 },
  { most: 180, pixels: 56 },
];
const SMALL_PIXELS = 36;
const MOST_LINE_CHARS = 55;

/**
 * Draws a card as PNG: section, title and site over each other, in our own font, offline. Takes its content. Signs that
 * the font lacks (emoji) are left out; a title in another script than Latin is left out whole, and does not stand there
 * as boxes. Throws where the font's file is missing: another font would be drawn without a word.
 */
export async function drawCard({ title, section, site, accent }: CardContent, fontfile = ourFont()): Promise<Buffer> {
  await access(fontfile);
  const { most, pixels } = SIZES.find(({ most }) => title.length <= most) ?? { most: 180, pixels: 56 };
  const small = { fontfile, pixels: SMALL_PIXELS };
  const parts: (OverlayOptions | null)[] = [
    { input: { create: { width: CARD.width, height: BAR, channels: 3, background: accent } }, left: 0, top: 0 },
    await line(shortened(drawable(section), MOST_LINE_CHARS), { ...small, color: SOFT, top: MARGIN }),
    await line(shortened(drawable(title), most), { fontfile, pixels, color: INK, top: MARGIN + 74 }),
    await line(shortened(drawable(site), MOST_LINE_CHARS), { ...small, color: INK, top: CARD.height - MARGIN - SMALL_PIXELS }),
  ];
  const ground = sharp({ create: { ...CARD, channels: 3, background: PAPER } });
  return ground
    .composite(parts.filter((part) => part !== null))
    .png({ palette: true, colors: 64 })
    .toBuffer();
}

/** Latin letters and what stands between them; "" for a text in another script. */
export function drawable(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{So}\p{Sk}\uFE0E\uFE0F\u20E3]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(plain) ? "" : plain;
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const end = cut.lastIndexOf(" ");
  const kept = end > 0 ? cut.slice(0, end) : cut.replace(/[\uD800-\uDBFF]$/, "");
  return `${kept.replace(/[\s,;:–-]+$/, "")}…`;
}

function ourFont(): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), FONT);
}

interface Setting {
  fontfile: string;
  pixels: number;
  color: string;
  top: number;
}

async function line(text: string, { fontfile, pixels, color, top }: Setting): Promise<OverlayOptions | null> {
  if (!text) return null;
  const drawn = sharp({
    text: {
      text: `<span foreground="${color}">${escapeHtml(text)}</span>`,
      font: `Newsreader SemiBold ${pixels}`,
      fontfile,
      width: CARD.width - 2 * MARGIN,
      wrap: "word-char",
      spacing: -Math.round(pixels / 20),
      dpi: 72,
      rgba: true,
    },
  });
  return { input: await drawn.png().toBuffer(), left: MARGIN, top };
}
