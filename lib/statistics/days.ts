import { wallClockOf } from "@/lib/posts/wall-clock";

/** So many days the newsroom looks back. */
export const DAYS = 30;

const DAY_MS = 86_400_000;

/** The day (`YYYY-MM-DD`) that a zone's calendar shows at an instant. */
export function dayIn(instant: Date, timeZone: string): string {
  return wallClockOf(instant, timeZone).slice(0, 10);
}

/** The day so many days before one, both as `YYYY-MM-DD`. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
}
