import type { ThreadComment } from "@/lib/comments/thread/tree";

/** For how many lines of text thread.module.css keeps room, per class, the fewest first. */
const ROOMS = { lines3: 3, lines6: 6, lines12: 12, lines24: 24, lines48: 48 };

/** What fits on a line of a narrow phone, in an answer to an answer. */
const CHARACTERS_A_LINE = 26;

/**
 * How much room a comment takes on a phone before it is laid out, seldom less than it needs: with less, what it holds
 * would lie over the next one for everything that measures. Takes the comment. Returns a class of thread.module.css, or
 * null for one so long that it is laid out at once.
 */
export function roomFor({ name, body, answersTo }: Pick<ThreadComment, "name" | "body" | "answersTo">) {
  const head = linesOf(`${name} ${answersTo?.name ?? ""}`) - 1;
  const text = body.split("\n").reduce((lines, line) => lines + linesOf(line), 0);
  const found = Object.entries(ROOMS).find(([, lines]) => head + text <= lines);
  return (found?.[0] as keyof typeof ROOMS | undefined) ?? null;
}

function linesOf(text: string): number {
  return Math.max(1, Math.ceil(text.length / CHARACTERS_A_LINE));
}
