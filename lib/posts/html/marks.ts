import { attrOf, type HtmlElement } from "@/lib/html/parse";
import { leadsTo } from "@/lib/html/plain";
import { isSafeHref, type Mark } from "@/lib/posts/document";
import { withScheme } from "./pictures";

// Word has properties of its own that end like these.
const BOLD = /(?<![\w-])font-weight:\s*(?:bold|[5-9]\d\d)/i;
const NOT_BOLD = /(?<![\w-])font-weight:\s*(?:normal|400)/i;
const ITALIC = /(?<![\w-])font-style:\s*italic/i;
const NOT_ITALIC = /(?<![\w-])font-style:\s*normal/i;
/** In what order marks lie, outermost first. */
const ORDER = ["link", "bold", "italic", "code"];

/** The marks of what is in an element. Takes those around it; what the element's style takes away is not set. */
export function marksIn(element: HtmlElement, marks: Mark[]): Mark[] {
  const { tagName } = element;
  const style = attrOf(element, "style");
  const found: Mark[] = tagName === "a" ? linkTo(attrOf(element, "href")) : [];
  if (BOLD.test(style) || (/^(b|strong)$/.test(tagName) && !NOT_BOLD.test(style))) found.push({ type: "bold" });
  if (ITALIC.test(style) || (/^(i|em)$/.test(tagName) && !NOT_ITALIC.test(style))) found.push({ type: "italic" });
  if (tagName === "code") found.push({ type: "code" });
  if (found.length === 0) return marks;
  const kept = marks.filter(({ type }) => !found.some((mark) => mark.type === type));
  return [...kept, ...found].sort((one, other) => ORDER.indexOf(one.type) - ORDER.indexOf(other.type));
}

/** A place on the page that was is nowhere here. */
function linkTo(address: string): Mark[] {
  const href = leadsTo(withScheme(address));
  return isSafeHref(href) && !href.startsWith("#") ? [{ type: "link", attrs: { href } }] : [];
}
