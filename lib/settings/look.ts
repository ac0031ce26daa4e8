import { createHash } from "node:crypto";
import { contrast, inkOn, mixed, type Colour } from "@/lib/settings/colour";

/** What readers' pages are drawn with until the settings say otherwise: components/ui/tokens.css holds these. */
export const DEFAULT_LOOK = { accent: "#ffcc00", fonts: "newspaper" } as const;
export const FONT_CHOICES = ["newspaper", "serif", "sans", "system"] as const;

/** The accent colour, and which of our fonts are used. */
export interface Look {
  accent: Colour;
  fonts: (typeof FONT_CHOICES)[number];
}

/** As components/ui/tokens.css has them. */
const SCHEMES = {
  light: { paper: "#ffffff", ink: "#17191c" },
  dark: { paper: "#15171a", ink: "#edebe6" },
};
const [AAA, NOT_TEXT] = [7, 3];

const SERIF = 'var(--newsreader), "Newsreader Georgia", "Newsreader Times", Georgia, "Times New Roman", serif';
const SANS = 'var(--instrument-sans), "Instrument Sans Arial", Arial, Helvetica, sans-serif';
/** All served by this site, or on the device already. */
const FONTS: Record<Look["fonts"], Record<string, string>> = {
  newspaper: {},
  serif: { "--font-interface": SERIF },
  sans: { "--font-text": SANS },
  system: {
    "--font-text": 'Georgia, "Times New Roman", serif',
    "--font-interface": "system-ui, -apple-system, Arial, Helvetica, sans-serif",
  },
};

/** The fonts with which a page begins (scripts/build/fonts.mjs): the others come where a text needs them. */
const FIRST_FONTS: Record<Look["fonts"], string[]> = {
  newspaper: ["newsreader-core", "instrument-sans-core"],
  serif: ["newsreader-core"],
  sans: ["instrument-sans-core"],
  system: [],
};

/** The addresses of the fonts with which every page of a look begins. */
export function firstFonts({ fonts }: Look): string[] {
  return FIRST_FONTS[fonts].map((name) => `/fonts/${name}.woff2`);
}

/** The style sheet that gives readers' pages a look, and what its file is called; null for the default one, which needs none. */
export function lookFile(look: Look): { file: string; sheet: string } | null {
  const sheet = lookSheet(look);
  return sheet === "" ? null : { file: `${createHash("sha256").update(sheet).digest("hex").slice(0, 16)}.css`, sheet };
}

/**
 * The style sheet of a look: over the tokens, what the settings change. Each colour that is made keeps to WCAG 2.2, for
 * every accent: text on it 4.5:1, text on the marks 7:1, the ring around what has the focus 3:1. "" for the default look.
 */
export function lookSheet({ accent, fonts }: Look): string {
  const tokens = { ...(accent !== DEFAULT_LOOK.accent && accentTokens(accent)), ...FONTS[fonts] };
  if (Object.keys(tokens).length === 0) return "";
  // Before or after the tokens' own sheet: the longer selector counts.
  const rules = written(tokens);
  if (accent === DEFAULT_LOOK.accent) return `html:root{${rules}}`;
  const of = (scheme: keyof typeof SCHEMES) => written(schemeTokens(accent, scheme));
  return [
    `html:root{${rules};${of("light")}}`,
    `@media (prefers-color-scheme:dark){html:root:not([data-theme="light"]){${of("dark")}}}`,
    `html:root[data-theme="dark"]{${of("dark")}}`,
  ].join("");
}

/** What is the same by day and by night. Takes the accent; the colour of what stands on it is chosen here. */
export function accentTokens(accent: Colour): Record<string, Colour> {
  return { "--accent": accent, "--on-accent": inkOn(accent) };
}

/** What is made of the accent for light or for dark. */
export function schemeTokens(accent: Colour, scheme: keyof typeof SCHEMES): Record<string, Colour> {
  const { paper, ink } = SCHEMES[scheme];
  return {
    "--accent-strong": mixed(accent, inkOn(accent) === "#ffffff" ? "#000000" : "#ffffff", 0.2),
    "--mark": towards(paper, accent, 0.3, (mark) => contrast(ink, mark) >= AAA),
    "--focus": scheme === "dark" && contrast(accent, paper) >= NOT_TEXT ? accent : ink,
  };
}

/** As much of a colour as a rule allows. */
function towards(from: Colour, to: Colour, share: number, isFit: (colour: Colour) => boolean): Colour {
  const colour = mixed(from, to, share);
  return isFit(colour) || share < 0.02 ? colour : towards(from, to, share - 0.02, isFit);
}

function written(tokens: Record<string, string>): string {
  return Object.entries(tokens)
    .map(([name, value]) => `${name}:${value}`)
    .join(";");
}
