/** A day as a language writes it ("19. Juni 2024"). Takes the instant, a BCP 47 language and an IANA time zone. */
export function formatDay(instant: Date, lang: string, timeZone: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone }).format(instant);
}

/** A day and its time as a language writes them ("19. Juni 2024 um 08:30"). Takes what `formatDay` takes. */
export function formatMoment(instant: Date, lang: string, timeZone: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: "long", timeStyle: "short", timeZone }).format(instant);
}

/** A month as a language writes it ("Juni 2024"). Takes it as `2024-06`. */
export function formatMonth(month: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${month}-01T00:00:00Z`));
}
