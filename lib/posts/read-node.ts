import { cleanText } from "@/lib/posts/clean-text";
import { isSafeHref, mediaIdOf, type Mark } from "@/lib/posts/document";
import type { ErrorCode } from "@/lib/result";

/** Ends a reading from within; `readDocument` turns it into a value. */
export class Refused extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

/** A node before anything of it is known. */
export interface Untrusted {
  type: string;
  content: unknown[];
  attrs: Record<string, unknown>;
  marks: unknown[];
  text: unknown;
}

/** A node's parts, of any value: throws Refused for what is no node. */
export function nodeOf(value: unknown): Untrusted {
  if (typeof value !== "object" || value === null || !("type" in value) || typeof value.type !== "string")
    throw new Refused("invalidDocument");
  const { content, attrs, marks, text } = value as Record<string, unknown>;
  return { type: value.type, content: listOf(content), attrs: isRecord(attrs) ? attrs : {}, marks: listOf(marks), text };
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Refused("invalidDocument");
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** The mark that a value is, if it is kept: a link to elsewhere than `isSafeHref` is not. Throws Refused for an unknown one. */
export function markOf(value: unknown): Mark[] {
  const { type, attrs } = nodeOf(value);
  switch (type) {
    case "bold":
    case "italic":
    case "code":
      return [{ type }];
    case "link":
      return typeof attrs.href === "string" && isSafeHref(attrs.href) ? [{ type, attrs: { href: attrs.href } }] : [];
    default:
      throw new Refused("invalidDocument");
  }
}

/** A sub-heading's level; throws Refused for another. */
export function levelOf(level: unknown): 2 | 3 | 4 {
  if (level === 2 || level === 3 || level === 4) return level;
  throw new Refused("invalidDocument");
}

/** The number that a list begins with; 1 when it is none. */
export function startOf(start: unknown): number {
  return Number.isSafeInteger(start) && typeof start === "number" && start >= 0 && start < 1_000_000 ? start : 1;
}

/** A picture's attributes; throws Refused when it is not of this site or has no text for those who do not see it. */
export function pictureOf({ src, alt }: Record<string, unknown>): { src: string; alt: string } {
  if (typeof src !== "string" || !mediaIdOf(src)) throw new Refused("invalidDocument");
  const text = typeof alt === "string" ? cleanText(alt).trim() : "";
  if (!text) throw new Refused("altRequired");
  if (Array.from(text).length > 1000) throw new Refused("tooLong");
  return { src, alt: text };
}
