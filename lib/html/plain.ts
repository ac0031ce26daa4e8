/** A text of foreign HTML without the blanks that only hold places: no-break spaces are blanks, zero-width ones are nothing. */
export function plainBlanks(text: string): string {
  return text.replace(/[\u00a0\u200b\u00ad]+/g, (blanks) => (blanks.includes("\u00a0") ? " " : ""));
}

/**
 * A text whose lines count (WordPress's wpautop): two line ends part paragraphs ("\n\n"), one is a break ("\n"), whatever
 * blanks are around them; other blanks are one each.
 */
export function spacedLines(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, (run) => {
    const first = run.indexOf("\n");
    if (first === -1) return " ";
    return run.indexOf("\n", first + 1) === -1 ? "\n" : "\n\n";
  });
}

/** Where a foreign link leads: Google and Outlook lead through themselves. Takes and returns an address of any form. */
export function leadsTo(href: string): string {
  if (!URL.canParse(href)) return href;
  const { hostname, pathname, searchParams } = new URL(href);
  const isGoogle = /(^|\.)google\.[a-z.]+$/.test(hostname) && pathname === "/url";
  const behind = isGoogle ? searchParams.get("q") : hostname.endsWith(".safelinks.protection.outlook.com") ? searchParams.get("url") : null;
  return behind ?? href;
}
