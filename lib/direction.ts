/** Embeddings, overrides and isolates of writing direction (Unicode Standard Annex 9, §2.1 to §2.5). */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A name without the characters that turn the direction of what follows: by them it can be made to read as somebody
 * else's. Names are set apart by `<bdi>` where they are shown, and need none; what scripts do need (U+200E, U+200F, the
 * joiners) stays.
 */
export function withoutTurns(name: string): string {
  return name.replace(TURNS, "");
}
