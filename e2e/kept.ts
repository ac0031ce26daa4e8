import type { Page } from "@playwright/test";

/** What `keptOnDevice` says of a browser that keeps nothing. */
export const NOTHING_KEPT = "[{},{}]";

/**
 * All that a page's browser keeps of its reader, as JSON: without the note that our fonts were fetched, which stands there
 * as soon as a page is three seconds old (components/public/keep-fonts.ts).
 */
export function keptOnDevice(page: Page): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify([localStorage, sessionStorage], (name, kept: unknown) => (name === "fonts" ? undefined : kept)),
  );
}
