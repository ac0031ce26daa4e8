import { z } from "zod";
import type { Element } from "@/lib/wordpress/read-xml";

/** The text of the first child of a name, as it is; "" where there is none. */
export function rawOf(element: Element, name: string): string {
  return element.children.find((child) => child.name === name)?.text ?? "";
}

/** The same without blanks around it. */
export function textOf(element: Element, name: string): string {
  return rawOf(element, name).trim();
}

/** The names of an item's terms of a kind (`category`, `post_tag`), each once. */
export function termsOf(item: Element, domain: string): string[] {
  const terms = item.children.filter(({ name, attributes }) => name === "category" && attributes.domain === domain);
  return [...new Set(terms.map(({ text }) => text.trim()).filter(Boolean))];
}

/** What is noted of an item under a key. */
export function metaOf(item: Element, key: string): string {
  const meta = item.children.find((child) => child.name === "wp:postmeta" && textOf(child, "wp:meta_key") === key);
  return meta ? textOf(meta, "wp:meta_value") : "";
}

const footnotes = z.array(z.object({ id: z.string(), content: z.string() }));

/** Footnotes by their ids, as HTML: they stand beside the text, as JSON; what is none is no note. */
export function notesOf(json: string): Map<string, string> {
  try {
    const { data = [] } = footnotes.safeParse(JSON.parse(json || "[]"));
    return new Map(data.map(({ id, content }) => [id, content]));
  } catch (error) {
    if (error instanceof SyntaxError) return new Map();
    throw error;
  }
}

/** A number as an export writes it; 0 for anything else. */
export function numberOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** `2012-08-15 10:00:00`, in UTC; null for none (`0000-00-00 00:00:00`). */
export function timeOf(text: string): Date | null {
  const at = new Date(`${text.replace(" ", "T")}Z`);
  return /^[1-9]/.test(text) && !Number.isNaN(at.getTime()) ? at : null;
}
