/** The browser that the tests use, or undefined. See browser.mjs. */
export function findBrowser(): string | undefined;
