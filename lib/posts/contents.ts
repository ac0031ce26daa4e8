import { z } from "zod";

/**
 * When a post's page has a table of contents: from some four minutes of reading on (220 words each) in at least three
 * parts. Below, the whole text is a few thumb strokes long, and the list would stand in front of what it leads to.
 */
const LEAST_WORDS = 800;
const LEAST_PARTS = 3;

const stored = z.array(z.object({ id: z.string(), level: z.number(), text: z.string() }));

/** A place in a post's text: the heading's id and words. */
export interface Place {
  id: string;
  text: string;
}

/** A part of a post and the places in it. */
export interface Part extends Place {
  places: Place[];
}

/**
 * The table of contents of a long post: its sub-headings of the second level, those of the third under them. Takes the
 * headings as lib/posts/render.ts stored them and how many words the post has. Empty for one that needs none.
 */
export function contentsOf(headings: unknown, words: number): Part[] {
  if (words < LEAST_WORDS) return [];
  const parts: Part[] = [];
  for (const { id, level, text } of stored.parse(headings)) {
    const last = parts.at(-1);
    if (level === 2 || (level === 3 && !last)) parts.push({ id, text, places: [] });
    else if (level === 3) last?.places.push({ id, text });
  }
  return parts.length < LEAST_PARTS ? [] : parts;
}
