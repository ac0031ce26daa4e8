import { blocksOf, compareBlocks, compareTexts, type Row } from "@/lib/posts/compare";
import type { Values } from "./values";

/** Which side of a changed row stays; both only where the row is a block of the text. */
export type Choice = "mine" | "theirs" | "both";

/** The own text beside the one that somebody else stored. */
export interface Merge {
  title: Row<string>;
  standfirst: Row<string>;
  body: Row<unknown>[];
}

/** Compares the own fields (left) with the stored ones (right). */
export function mergeOf(mine: Values, theirs: Values): Merge {
  return {
    title: compareTexts(mine.title, theirs.title),
    standfirst: compareTexts(mine.standfirst ?? "", theirs.standfirst ?? ""),
    body: compareBlocks(blocksOf(mine.body), blocksOf(theirs.body)),
  };
}

/** The own fields with what was chosen of the others' in them; a row without a choice stays the own one. */
export function merged(mine: Values, { title, standfirst, body }: Merge, choices: Record<string, Choice>): Values {
  return {
    ...mine,
    title: pick(title, choices.title),
    standfirst: pick(standfirst, choices.standfirst),
    body: { type: "doc", content: body.flatMap((row, at) => blocksKept(row, choices[at])) },
  };
}

function pick({ left, right }: Row<string>, choice: Choice | undefined): string {
  return (choice === "theirs" ? right?.source : left?.source) ?? "";
}

function blocksKept({ isSame, left, right }: Row<unknown>, choice: Choice = "mine"): unknown[] {
  const kept = isSame || choice === "mine" ? [left] : choice === "theirs" ? [right] : [left, right];
  return kept.flatMap((piece) => (piece ? [piece.source] : []));
}
