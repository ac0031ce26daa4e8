/** A piece of finished XML. Only `element` makes one, so text cannot be taken for markup. */
export class Markup {
  constructor(readonly xml: string) {}
}

/** What may stand in an element: finished elements, text, or nothing. */
export type Content = Markup | string | null | undefined | false;

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};
/** What no XML 1.0 document may hold, not even escaped (§2.2, Char): control characters, halves of characters, U+FFFE, U+FFFF. */
const NO_CHARACTER = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * One element. Takes its name, its attributes (those without a value are left out) and what stands in it; text is
 * escaped here, and what XML cannot hold becomes U+FFFD.
 */
export function element(name: string, attributes: Record<string, string | number | null | undefined> = {}, ...content: Content[]): Markup {
  const written = Object.entries(attributes).map(([key, value]) => (value == null ? "" : ` ${key}="${escaped(String(value))}"`));
  const inner = content.map((part) => (part instanceof Markup ? part.xml : part ? escaped(part, /[&<>\r]/g) : "")).join("");
  return new Markup(`<${name}${written.join("")}${inner ? `>${inner}</${name}>` : "/>"}`);
}

/** A whole document. Takes its root element. */
export function xmlDocument(root: Markup): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}

/** A reader of XML makes a line feed of a carriage return, and a blank of either in an attribute (§2.11, §3.3.3), unless they are escaped. */
function escaped(text: string, special = /[&<>"\t\n\r]/g): string {
  return text.replace(NO_CHARACTER, "\uFFFD").replace(special, (character) => ESCAPES[character] ?? character);
}
