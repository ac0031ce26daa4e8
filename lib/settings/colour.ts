/** A colour as #rrggbb, lower case. */
export type Colour = string;

/** Brings what was typed (`#FC0`, `ffcc00`) to #rrggbb; null for what is no such colour. */
export function readColour(typed: string): Colour | null {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(typed.trim().toLowerCase())?.[1];
  if (digits === undefined) return null;
  return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`;
}

/** How far two colours stand apart, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const [INK, WHITE, BLACK] = ["#17191c", "#ffffff", "#000000"];

/** What is written on a colour so that it can be read (4.5:1): ink or white; between them lie a few colours on which only black can. */
export function inkOn(ground: Colour): Colour {
  const best = contrast(ground, INK) >= contrast(ground, WHITE) ? INK : WHITE;
  return contrast(ground, best) >= 4.5 ? best : BLACK;
}

/** A colour on the way from one to another. Takes how far, from 0 to 1. */
export function mixed(from: Colour, to: Colour, share: number): Colour {
  const [start, end] = [channels(from), channels(to)];
  const parts = start.map((value, at) => Math.round(value + ((end[at] ?? value) - value) * share));
  return `#${parts.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: Colour): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
