const DAY_MS = 86_400_000;

/** The instant so many days of 24 hours before another. */
export function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * DAY_MS);
}

/** The instant so many days of 24 hours after another. */
export function daysAfter(at: Date, days: number): Date {
  return daysBefore(at, -days);
}
