const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS = [
  { unit: "day", size: DAY, from: 2 * DAY },
  { unit: "hour", size: HOUR, from: 2 * HOUR },
  { unit: "minute", size: MINUTE, from: 2 * MINUTE },
  { unit: "second", size: 1, from: 0 },
];
const SIZES = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
const STEP = 1000;

/** How long something takes, in its largest fitting unit, rounded ("3 hours", "5 Minuten"). Takes seconds and a BCP 47 language. */
export function formatDuration(seconds: number, lang: string): string {
  const { unit, size } = UNITS.find(({ from }) => seconds >= from) ?? { unit: "second", size: 1 };
  return new Intl.NumberFormat(lang, { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 0 }).format(seconds / size);
}

/** How much room something takes, in powers of 1,000 (SI), with at most one decimal ("3.4 MB"). Takes bytes and a BCP 47 language. */
export function formatBytes(bytes: number, lang: string): string {
  const power = Math.min(SIZES.length - 1, Math.max(0, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(STEP))));
  const format = new Intl.NumberFormat(lang, { style: "unit", unit: SIZES[power], unitDisplay: "short", maximumFractionDigits: 1 });
  return format.format(bytes / STEP ** power);
}
