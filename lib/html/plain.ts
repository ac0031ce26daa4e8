/** A text of foreign HTML without the blanks that only hold places: no-break spaces are blanks, zero-width ones are nothing. */
export function plainBlanks(text: string): string {
  return text.replace(/[\u00a0\u200b\u00ad]+/g, (blanks) => (blanks.includes("\u00a0") ? " " : ""));
}

/** Where a foreign link leads: Google and Outlook lead through themselves. Takes and returns an address of any form. */
export function leadsTo(href: string): string {
  if (!URL.canParse(href)) return href;
  const { hostname, pathname, searchParams } = new URL(href);
  const isGoogle = /(^|\.)google\.[a-z.]+$/.test(hostname) && pathname === "/url";
  const behind = isGoogle ? searchParams.get("q") : hostname.endsWith(".safelinks.protection.outlook.com") ? searchParams.get("url") : null;
  return behind ?? href;
}
