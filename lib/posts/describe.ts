const SHORTEST = 40;
const LONGEST = 320;

/**
 * A post in one or two sentences for search engines and previews (CONTRACT.md 3): its standfirst, or where that is
 * shorter than 40 characters, title, standfirst and text in a row; at most 320 characters, cut between words.
 */
export function describePost({ title, standfirst, bodyText }: { title: string; standfirst: string; bodyText: string }): string {
  const lead = oneLine(standfirst);
  return shorten(lead.length >= SHORTEST ? lead : oneLine([title, standfirst, bodyText].filter(Boolean).join(" – ")));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST - 1);
  // A text without a blank is cut where it is, but never inside a character of two code units.
  const end = cut.lastIndexOf(" ");
  return `${end >= SHORTEST ? cut.slice(0, end) : cut.replace(/[\uD800-\uDBFF]$/, "")}…`;
}
