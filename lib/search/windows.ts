const DAY_MS = 86_400_000;

/** The spans, from short to long: how its facet begins, its months, and how many are looked through one by one before the next longer ones are. */
const SPANS = [
  { kind: "d", months: 0, least: 10 },
  { kind: "m", months: 1, least: 12 },
  { kind: "q", months: 3, least: 12 },
  { kind: "y", months: 12, least: Infinity },
] as const;
type Span = (typeof SPANS)[number];

/** The shortest span that a search looks through. */
export type Shortest = Span["kind"];

/**
 * The spans of time in which a search looks one after the other, from one instant to an older or a newer one: days, then
 * months, then quarters, then years, as the facets of posts name them (`search_facets` in SQL). A search stops when it has
 * enough: so a frequent word costs a few spans, and a rare one a few dozen looks into the index that find next to nothing.
 * What a search costs does not grow with the archive. Takes two instants (UTC counts), and the shortest span to begin with:
 * what is known to be rarer needs no short ones.
 */
export function windowsBetween(from: Date, to: Date, shortest: Shortest = "d"): string[] {
  const isBack = from > to;
  const last = dayNumber(to);
  const windows: string[] = [];
  let [level, taken] = [SPANS.findIndex(({ kind }) => kind === shortest), 0];
  for (let day = dayNumber(from); isBack ? day >= last : day <= last; taken++) {
    let span = SPANS[level] ?? SPANS[3];
    for (let longer = SPANS[level + 1]; longer && taken >= span.least && isEdge(longer, day, isBack); longer = SPANS[level + 1]) {
      [span, level, taken] = [longer, level + 1, 0];
    }
    windows.push(facetOf(span, day));
    const { begin, end } = daysOf(span, day);
    day = isBack ? begin - 1 : end;
  }
  return windows;
}

/** Whether a span is reached at its very beginning, or going back at its end. */
function isEdge(span: Span, day: number, isBack: boolean): boolean {
  const { begin, end } = daysOf(span, day);
  return isBack ? day === end - 1 : day === begin;
}

/** The days of the span in which a day lies: the first, and the one after the last. */
function daysOf({ months }: Span, day: number): { begin: number; end: number } {
  if (months === 0) return { begin: day, end: day + 1 };
  const date = new Date(day * DAY_MS);
  const month = date.getUTCMonth() - (date.getUTCMonth() % months);
  const firstOf = (nth: number) => dayNumber(new Date(new Date(0).setUTCFullYear(date.getUTCFullYear(), nth, 1)));
  return { begin: firstOf(month), end: firstOf(month + months) };
}

function facetOf({ kind }: Span, day: number): string {
  const [year = "", month = "", date = ""] = new Date(day * DAY_MS).toISOString().slice(0, 10).split("-");
  if (kind === "q") return `q:${year}-${Math.ceil(Number(month) / 3)}`;
  return `${kind}:${{ d: [year, month, date], m: [year, month], y: [year] }[kind].join("-")}`;
}

/** Days since 1970 (UTC), so that they can be counted. */
function dayNumber(instant: Date): number {
  return Math.floor(instant.getTime() / DAY_MS);
}
