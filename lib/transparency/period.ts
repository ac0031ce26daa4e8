/** A span of days of the site's calendar, as `YYYY-MM-DD`. */
export interface Period {
  /** `2026`, `2026-h1`, `2026-05`, or `2026-01-01..2026-03-31`. */
  code: string;
  first: string;
  /** The day after its last. */
  until: string;
}

/** How often a report is published. */
export const RHYTHMS = ["month", "half", "year"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

const MONTHS: Record<Rhythm, number> = { month: 1, half: 6, year: 12 };
/** The years of which a report can be asked for: what no calendar date of the database can be is none. */
const CODE = /^([12]\d{3})(?:-(h[12]|0[1-9]|1[0-2]))?$/;
const DAY = /^[12]\d{3}-\d\d-\d\d$/;

/** The period that an untrusted code names; null for what names none. */
export function readPeriod(code: string): Period | null {
  const [, year = "", part] = CODE.exec(code) ?? [];
  if (year) return named(Number(year), part);
  const [first = "", last = "", ...rest] = code.split("..");
  if (rest.length > 0 || !isDay(first) || !isDay(last) || last < first) return null;
  return { code, first, until: dayAfter(last) };
}

/** The period's last day, as it is written and typed. */
export function lastDayOf({ until }: Period): string {
  return dayAfter(until, -1);
}

/** The period of a rhythm that a day (`YYYY-MM-DD`) lies in. */
export function periodAround(day: string, rhythm: Rhythm): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  if (rhythm === "year") return named(year);
  return rhythm === "half" ? named(year, month > 6 ? "h2" : "h1") : named(year, day.slice(5, 7));
}

/** The periods of a rhythm that are over, from the one that a day lies in on, the newest first, at most so many. Takes that day and today. */
export function finishedPeriods(rhythm: Rhythm, since: string, today: string, most: number): Period[] {
  const found: Period[] = [];
  const current = periodAround(today, rhythm);
  for (let each = before(current, rhythm); each.until > since && found.length < most; each = before(each, rhythm)) found.push(each);
  return found;
}

function before({ first }: Period, rhythm: Rhythm): Period {
  return periodAround(dayAfter(first, -1), rhythm);
}

function named(year: number, part?: string): Period {
  const rhythm: Rhythm = part === undefined ? "year" : part.startsWith("h") ? "half" : "month";
  const month = part === undefined ? 0 : rhythm === "half" ? (Number(part.slice(1)) - 1) * 6 : Number(part) - 1;
  return {
    code: part === undefined ? String(year) : `${year}-${part}`,
    first: written(Date.UTC(year, month)),
    until: written(Date.UTC(year, month + MONTHS[rhythm])),
  };
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && written(Date.parse(text)) === text;
}

function dayAfter(day: string, days = 1): string {
  return written(Date.parse(day) + days * 86_400_000);
}

function written(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
