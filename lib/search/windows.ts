/** So many months are looked through one by one before quarters are, and so many quarters before years are. */
const MONTHS = 12;
const QUARTERS = 12;

/**
 * The spans of time in which a search looks one after the other, from one instant to an older or a newer one: months,
 * then quarters, then years, as the facets of posts name them (migration "search"). A search stops when it has enough: so
 * a frequent word costs one or two spans, and a rare one a few dozen looks into the index that find next to nothing. What
 * a search costs does not grow with the archive. Takes two instants (UTC counts).
 */
export function windowsBetween(from: Date, to: Date): string[] {
  const step = from <= to ? 1 : -1;
  const [first, last] = [monthNumber(from), monthNumber(to)];
  // Where a quarter and a year begin on the way.
  const [quarterAt, yearAt] = step > 0 ? [0, 0] : [2, 11];
  const windows: string[] = [];
  for (let month = first, quarters = 0; (last - month) * step >= 0;) {
    const inYear = modulo(month, 12);
    if (windows.length < MONTHS || inYear % 3 !== quarterAt) {
      windows.push(monthFacet(month));
      month += step;
    } else if (quarters < QUARTERS || inYear !== yearAt) {
      windows.push(quarterFacet(month));
      month += 3 * step;
      quarters += 1;
    } else {
      windows.push(yearFacet(month));
      month += 12 * step;
    }
  }
  return windows;
}

/** Months since the year 0, so that they can be counted. */
function monthNumber(instant: Date): number {
  return instant.getUTCFullYear() * 12 + instant.getUTCMonth();
}

function monthFacet(month: number): string {
  return `m:${year(month)}-${String(modulo(month, 12) + 1).padStart(2, "0")}`;
}

function quarterFacet(month: number): string {
  return `q:${year(month)}-${Math.floor(modulo(month, 12) / 3) + 1}`;
}

function yearFacet(month: number): string {
  return `y:${year(month)}`;
}

function year(month: number): string {
  return String(Math.floor(month / 12)).padStart(4, "0");
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
