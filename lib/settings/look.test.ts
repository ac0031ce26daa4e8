import fs from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { contrast, readColour } from "@/lib/settings/colour";
import { accentTokens, DEFAULT_LOOK, lookFile, lookSheet, schemeTokens } from "@/lib/settings/look";

const [sheet = ""] = fs.readFileSync("components/ui/tokens.css", "utf8").split("@media");
const written = new Map([...sheet.matchAll(/--([a-z-]+): ([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]));
const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

/** A token's colour as tokens.css writes it: one for both, or `light-dark(…, …)`. */
function token(name: string, scheme: "light" | "dark"): string {
  const value = written.get(name) ?? "";
  const [, light = value, dark = value] = /^light-dark\((#\w+), (#\w+)\)$/.exec(value) ?? [];
  return scheme === "light" ? light : dark;
}

const PAPERS = ["paper", "paper-sunk", "mark"];
/** What is read or seen upon what, and how far it must stand apart (WCAG 2.2: 1.4.3, 1.4.6, 1.4.11). */
const PAIRS: [string, string, number][] = [
  ...PAPERS.map((paper): [string, string, number] => ["ink", paper, 7]),
  ["ink-soft", "paper", 7],
  ["ink-soft", "paper-sunk", 4.5],
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-strong", 4.5],
  ["danger", "paper", 4.5],
  ["danger", "danger-paper", 4.5],
  ["success", "paper", 4.5],
  ["success", "success-paper", 4.5],
  ["line", "paper", 3],
  ["focus", "paper", 3],
];

test.each(PAIRS.flatMap(([over, under, least]) => (["light", "dark"] as const).map((scheme) => ({ over, under, scheme, least }))))(
  "in $scheme, $over on $under stands apart by at least $least to 1",
  ({ over, under, scheme, least }) => {
    expect(contrast(token(over, scheme), token(under, scheme))).toBeGreaterThanOrEqual(least);
  },
);

test("whatever the accent, text on it, on its marks and the ring of the focus can be seen", () => {
  fc.assert(
    fc.property(colours, fc.constantFrom("light" as const, "dark" as const), (accent, scheme) => {
      const tokens = { ...accentTokens(accent), ...schemeTokens(accent, scheme) };
      const [on = "", strong = "", mark = "", focus = ""] = ["--on-accent", "--accent-strong", "--mark", "--focus"].map(
        (name) => tokens[name],
      );
      expect(contrast(on, accent)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(on, strong)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(token("ink", scheme), mark)).toBeGreaterThanOrEqual(7);
      expect(contrast(focus, token("paper", scheme))).toBeGreaterThanOrEqual(3);
    }),
  );
});

test("the default look is what the tokens say, and needs no sheet of its own", () => {
  expect(token("accent", "light")).toBe(DEFAULT_LOOK.accent);
  expect(accentTokens(DEFAULT_LOOK.accent)["--on-accent"]).toBe(token("on-accent", "light"));
  expect([lookSheet(DEFAULT_LOOK), lookFile(DEFAULT_LOOK)]).toEqual(["", null]);
});

test("another accent comes for light, for dark and for the reader's choice; each look has an address of its own", () => {
  const blue = lookSheet({ ...DEFAULT_LOOK, accent: "#003366" });
  expect(blue).toMatch(/^html:root\{--accent:#003366;--on-accent:#ffffff;.*@media.*:not\(\[data-theme="light"\]\).*\[data-theme="dark"\]/);
  expect(lookSheet({ ...DEFAULT_LOOK, fonts: "sans" })).toMatch(/^html:root\{--font-text:var\(--instrument-sans\),[^{}]*\}$/);
  const files = ["#003366", "#003367"].map((accent) => lookFile({ ...DEFAULT_LOOK, accent })?.file);
  expect(new Set([...files, lookFile({ ...DEFAULT_LOOK, fonts: "system" })?.file]).size).toBe(3);
});

test("a colour is typed with or without #, short or long; nothing else is one", () => {
  expect(["#FC0", "fc0", " #FfCc00 ", "ffcc00"].map(readColour)).toEqual(Array(4).fill("#ffcc00"));
  for (const no of ["", "#", "red", "#ffcc0", "#ffcc000", "#gg0000", "rgb(0,0,0)", "#fff;}"]) expect(readColour(no)).toBeNull();
});
