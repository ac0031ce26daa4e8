import { Temporal } from "temporal-polyfill";
import type { Refusal } from "@/lib/result";

/** A time that a zone's clocks show twice, when they are set back: the two offsets from UTC between which to choose, the earlier first. */
export interface TimeTwice extends Refusal {
  error: "timeTwice";
  offsets: string[];
}

/**
 * The instant at which a zone's clocks show a time. Takes the time as `YYYY-MM-DDTHH:MM`, an IANA zone, and, where the
 * clocks show it twice, the offset that is meant (`+02:00`). Returns it, or `invalid` for a day that no calendar has,
 * `timeSkipped` for a time that clocks set forward jump over, `timeTwice` with the offsets where none of them was given.
 */
export function instantOf(wallClock: string, timeZone: string, offset?: string): { ok: true; instant: Date } | TimeTwice | Refusal {
  const plain = readPlain(wallClock);
  if (!plain) return { ok: false, error: "invalid", fields: { at: ["invalid"] } };
  const [earlier, later] = [
    plain.toZonedDateTime(timeZone, { disambiguation: "earlier" }),
    plain.toZonedDateTime(timeZone, { disambiguation: "later" }),
  ];
  if (!earlier.toPlainDateTime().equals(plain)) return { ok: false, error: "timeSkipped", fields: { at: ["timeSkipped"] } };
  const meant = [earlier, later].find((each) => each.offset === offset) ?? (earlier.equals(later) ? earlier : null);
  if (meant) return { ok: true, instant: new Date(meant.epochMilliseconds) };
  return { ok: false, error: "timeTwice", fields: { at: ["timeTwice"] }, offsets: [earlier.offset, later.offset] };
}

/** What a zone's clocks show at an instant, to the minute, as `<input type="datetime-local">` takes it. */
export function wallClockOf(instant: Date, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** When a month (`YYYY-MM`) begins and ends in a zone. */
export function monthOf(month: string, timeZone: string): { begin: Date; end: Date } {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  return { begin: startOf(first, timeZone), end: startOf(first.add({ months: 1 }), timeZone) };
}

/** The months (`YYYY-MM`) between two instants in a zone, the newest first, at most so many. */
export function monthsBetween(first: Date, last: Date, timeZone: string, most: number): string[] {
  const [oldest, newest] = [first, last].map((at) => Temporal.PlainDate.from(wallClockOf(at, timeZone)).toPlainYearMonth());
  const months: string[] = [];
  for (let month = newest; month && oldest && months.length < most; month = month.subtract({ months: 1 })) {
    if (Temporal.PlainYearMonth.compare(month, oldest) < 0) break;
    months.push(month.toString());
  }
  return months;
}

function startOf(day: Temporal.PlainDate, timeZone: string): Date {
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
}

function readPlain(wallClock: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(wallClock, { overflow: "reject" });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
