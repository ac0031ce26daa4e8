import { shownText } from "@/lib/html/foreign";
import { attrOf, closest, elementsIn, parseHtml, takeOut, type HtmlElement, type HtmlNode } from "@/lib/html/parse";
import { cleanLine } from "@/lib/posts/clean-text";
import { MAX_NOTE_CHARS } from "@/lib/posts/read-node";

/** More links than a footnote has. */
const MAX_LINKS_IN_NOTE = 50;

/**
 * The footnotes of a page: those of the block editor, whose texts lie beside the content, and those that are a link to
 * a place whose block leads back (the paste knows the same: components/newsroom/editor/paste/footnotes.ts). Takes the
 * page's nodes and who knows a note's HTML by its id; returns the notes' texts by the elements that call them. Blocks
 * that became notes are taken out of the page; a note that is longer than one may be stays where it is.
 */
export function takeNotes(nodes: HtmlNode[], noteOf: (id: string) => string | null): Map<HtmlElement, string> {
  const all = elementsIn(nodes, () => true);
  const page = new Page(all);
  const notes = new Map<HtmlElement, string>();
  for (const element of all) {
    const id = element.tagName === "sup" ? attrOf(element, "data-fn") : "";
    const text = id ? noteText(parseHtml(noteOf(id) ?? "")) : "";
    if (text) notes.set(element, text);
    else if (element.tagName === "a" && !closest(element, (around) => notes.has(around) || page.taken.has(around))) {
      const found = page.takeNote(element);
      if (found) notes.set(closest(element, ({ tagName }) => tagName === "sup") ?? element, found);
    }
  }
  for (const block of page.taken.keys()) takeOut(block);
  return notes;
}

/** A note's text; "" when it is none, or too long for one. */
function noteText(nodes: HtmlNode[]): string {
  const text = cleanLine(shownText(nodes));
  return Array.from(text).length <= MAX_NOTE_CHARS ? text : "";
}

/** The places of a page, and which blocks have been taken for notes, with their texts. */
class Page {
  readonly taken = new Map<HtmlElement, string>();
  readonly #places = new Map<string, HtmlElement>();
  readonly #links = new Map<HtmlElement, HtmlElement[]>();
  readonly #order: Map<HtmlElement, number>;

  constructor(all: HtmlElement[]) {
    this.#order = new Map(all.map((element, at) => [element, at]));
    for (const element of all)
      for (const name of [attrOf(element, "id"), element.tagName === "a" ? attrOf(element, "name") : ""])
        if (name && !this.#places.has(name)) this.#places.set(name, element);
  }

  /** The text of the note that a link leads to, if it stands further down and leads back. */
  takeNote(link: HtmlElement): string {
    const place = this.#places.get(fragmentOf(link));
    if (!place || (this.#order.get(place) ?? 0) < (this.#order.get(link) ?? 0)) return "";
    const block = closest(place, ({ tagName }) => tagName === "li" || tagName === "p" || tagName === "div");
    if (!block || closest(link, (around) => around === block)) return "";
    const known = this.taken.get(block);
    const back = this.#backLink(block, link);
    if (known !== undefined || !back) return known ?? "";
    takeOut(back);
    const text = noteText([block]);
    if (text) this.taken.set(block, text);
    return text;
  }

  /** By the id or name of the link that calls the note, or the id of what raises it: more would be a way to the top. */
  #backLink(block: HtmlElement, link: HtmlElement): HtmlElement | null {
    const links = this.#links.get(block) ?? elementsIn([block], ({ tagName }) => tagName === "a", MAX_LINKS_IN_NOTE);
    this.#links.set(block, links);
    const raised = closest(link, ({ tagName }) => tagName === "sup");
    const names = [attrOf(link, "id"), attrOf(link, "name"), raised ? attrOf(raised, "id") : ""].filter(Boolean);
    return links.find((each) => names.includes(fragmentOf(each))) ?? null;
  }
}

function fragmentOf(link: HtmlElement): string {
  return /#(.+)$/.exec(attrOf(link, "href"))?.[1] ?? "";
}
