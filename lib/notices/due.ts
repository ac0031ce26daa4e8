import type { NoticePace } from "@/lib/db/generated/enums";
import { wallClockOf } from "@/lib/posts/wall-clock";
import { daysBefore } from "@/lib/statistics/days";

/** When the digest of a day is sent, by the site's clocks: before the first shift. */
export const DIGEST_HOUR = 7;

/**
 * The digest that an instant belongs to, as a part of a mail's id: the hour in UTC, or the day that began at seven by the
 * clocks of the site's time zone. Takes how often digests come, the instant and the zone.
 */
export function digestOf(pace: "hourly" | "daily", instant: Date, timeZone: string): string {
  if (pace === "hourly") return instant.toISOString().slice(0, "2026-11-28T07".length).toLowerCase();
  const clock = wallClockOf(instant, timeZone);
  const [day, hour] = [clock.slice(0, 10), Number(clock.slice(11, 13))];
  return hour < DIGEST_HOUR ? daysBefore(day, 1) : day;
}

/** Whether somebody is due for a digest: another began since they were told. */
export function isDue(pace: NoticePace, toldAt: Date, now: Date, timeZone: string): pace is "hourly" | "daily" {
  if (pace !== "hourly" && pace !== "daily") return false;
  return toldAt < now && digestOf(pace, toldAt, timeZone) !== digestOf(pace, now, timeZone);
}
