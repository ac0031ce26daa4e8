/** The browser that the tests use, or undefined. See find-browser.mjs. */
export function findBrowser(): string | undefined;
