/**
 * Names that ICU, and so Node and the browsers, still list, and what the IANA calls them today (tz database, "backward").
 * Both mean the same; one looks for today's.
 */
const RENAMED: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** The time zones to choose from, by today's names, UTC first. Takes the one that is chosen, which stands there whatever its name. */
export function timeZonesToChoose(chosen: string): string[] {
  const names = Intl.supportedValuesOf("timeZone").map((zone) => RENAMED[zone] ?? zone);
  return ["UTC", ...[...new Set([...names, chosen])].filter((zone) => zone !== "UTC").sort()];
}

/** Asking Intl takes 0.2 ms, and every page asks for the site's own. */
const taken = new Set<string>();

/** Whether a text names a time zone of the IANA list, by today's name or a former one. */
export function isTimeZone(name: string): boolean {
  // Newer versions of Node take offsets such as +02:00 as well, which know no daylight saving.
  if (taken.has(name)) return true;
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    taken.add(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
