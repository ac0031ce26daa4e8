/** The browsers that most people use, by what they say of themselves; the first that fits, since most name others too. */
const BROWSERS: [name: string, sign: RegExp][] = [
  ["Edge", /\bEdg(e|A|iOS)?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Chromium", /\bChromium\//],
  ["Chrome", /\b(HeadlessChrome|Chrome|CriOS)\//],
  ["Safari", /\bVersion\/[\d.]+.* Safari\//],
];
const SYSTEMS: [name: string, sign: RegExp][] = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["Windows", /\bWindows NT\b/],
  ["macOS", /\bMacintosh\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Linux", /\bLinux\b/],
];

/** A browser and its system by their common names, as far as its user agent tells: what a person knows their devices by. */
export function browserName(agent: string): { browser: string | null; system: string | null } {
  return { browser: firstOf(BROWSERS, agent), system: firstOf(SYSTEMS, agent) };
}

function firstOf(known: [name: string, sign: RegExp][], agent: string): string | null {
  return known.find(([, sign]) => sign.test(agent))?.[0] ?? null;
}
