/** A piece of a text, and whether a check fired on it. */
export interface Piece {
  text: string;
  isMarked: boolean;
}

/**
 * Cuts a text where the parts of it begin and end. Takes the text, where in the original it begins, and the parts in
 * the original's UTF-16 units, in any order, also ones that overlap or lie outside. The pieces together are the text.
 */
export function piecesOf(text: string, offset: number, parts: { begin: number; until: number }[]): Piece[] {
  const within = (place: number) => Math.min(text.length, Math.max(0, place - offset));
  const cuts = new Set([0, text.length, ...parts.flatMap(({ begin, until }) => [within(begin), within(until)])]);
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(0, -1).map((begin, index) => ({
    text: text.slice(begin, places[index + 1]),
    isMarked: parts.some((part) => within(part.begin) <= begin && begin < within(part.until)),
  }));
}
