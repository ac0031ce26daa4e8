import { diffArrays, diffWordsWithSpace } from "diff";

/** A run of words of one side: in both, or on this side alone. */
export interface Part {
  text: string;
  isOwn: boolean;
}

/** A piece of a text: a top-level block of its document, or its title or standfirst. */
export interface Piece<Source> {
  parts: Part[];
  source: Source;
}

/** A line of a comparison: what stands there on each side; null where that side has nothing. */
export interface Row<Source> {
  isSame: boolean;
  left: Piece<Source> | null;
  right: Piece<Source> | null;
}

/** Beyond this many characters of both sides, a pair is shown whole: comparing words costs by the square. */
const MOST_COMPARED = 20_000;

/** The blocks of a document as it was stored or typed, whatever it holds. */
export function blocksOf(body: unknown): unknown[] {
  return typeof body === "object" && body !== null && "content" in body && Array.isArray(body.content)
    ? Array.from<unknown>(body.content)
    : [];
}

/** The words of a node, with those that stand in its attributes (captions, notes, cards), each apart by a blank line where blocks are. */
export function wordsOf(node: unknown): string {
  if (typeof node !== "object" || node === null) return "";
  if ("text" in node && typeof node.text === "string") return node.text;
  const inner = blocksOf(node).map(wordsOf);
  const isInline = "type" in node && INLINE_HOLDERS.has(String(node.type));
  return [inner.join(isInline ? "" : "\n"), ...attributesOf(node)].filter(Boolean).join("\n") || (isBreak(node) ? "\n" : "");
}

const INLINE_HOLDERS = new Set(["paragraph", "heading", "codeBlock", "pullQuote"]);
const WORDS = ["alt", "caption", "credit", "title", "description", "href", "source", "text"];

function attributesOf(node: object): string[] {
  if (!("attrs" in node) || typeof node.attrs !== "object" || node.attrs === null) return [];
  const attributes = Object.entries(node.attrs);
  return WORDS.flatMap((name) =>
    attributes.flatMap(([each, value]) => (each === name && typeof value === "string" && value ? [value] : [])),
  );
}

function isBreak(node: object): boolean {
  return "type" in node && node.type === "hardBreak";
}

/**
 * Two lists of blocks side by side: equal ones beside each other, changed ones in pairs with their words compared. Takes
 * the older or own one left, the other right; returns the rows in order, each with the block it came from.
 */
export function compareBlocks(left: unknown[], right: unknown[]): Row<unknown>[] {
  const rows: Row<unknown>[] = [];
  let pending: unknown[] = [];
  const flush = (added: unknown[]) => {
    for (let at = 0; at < Math.max(pending.length, added.length); at++) rows.push(pair(pending[at], added[at]));
    pending = [];
  };
  let [fromLeft, fromRight] = [0, 0];
  for (const { value, added, removed } of diffArrays(left.map(identity), right.map(identity))) {
    if (removed) {
      pending = left.slice(fromLeft, (fromLeft += value.length));
    } else if (added) {
      flush(right.slice(fromRight, (fromRight += value.length)));
    } else {
      flush([]);
      for (let at = 0; at < value.length; at++) rows.push(same(left[fromLeft++], right[fromRight++]));
    }
  }
  flush([]);
  return rows;
}

/** Two short texts, such as titles, as one row. */
export function compareTexts(left: string, right: string): Row<string> {
  const [mine, theirs] = compareWords(left, right);
  return { isSame: left === right, left: { parts: mine, source: left }, right: { parts: theirs, source: right } };
}

/** JSON with each object's keys in order: PostgreSQL gives them back in its own. */
function identity(block: unknown): string {
  return JSON.stringify(block, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

function same(left: unknown, right: unknown): Row<unknown> {
  const parts = [{ text: wordsOf(left), isOwn: false }];
  return { isSame: true, left: { parts, source: left }, right: { parts, source: right } };
}

function pair(left: unknown, right: unknown): Row<unknown> {
  const [mine, theirs] = compareWords(wordsOf(left), wordsOf(right));
  return {
    isSame: false,
    left: left === undefined ? null : { parts: mine, source: left },
    right: right === undefined ? null : { parts: theirs, source: right },
  };
}

function compareWords(left: string, right: string): [Part[], Part[]] {
  if (left.length + right.length > MOST_COMPARED)
    return [[{ text: left, isOwn: left !== right }], [{ text: right, isOwn: left !== right }]];
  const changes = diffWordsWithSpace(left, right);
  const side = (skip: "added" | "removed", own: "added" | "removed") =>
    changes.filter((change) => !change[skip]).map((change) => ({ text: change.value, isOwn: change[own] }));
  return [side("added", "removed"), side("removed", "added")];
}
