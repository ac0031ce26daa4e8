import { z } from "zod";
import { StatementGround } from "@/lib/db/generated/enums";
import { REASONS } from "@/lib/reports/schema";

/** The parts of a transparency report, each a table: its rows and its columns by their codes. */
export const PARTS = {
  /** Readers' reports by their reason; `all` together. */
  reports: { items: [...REASONS, "all"], measures: ["received", "upheld", "dismissed", "withdrawn", "medianSeconds"] },
  /** Decisions that restricted a reply which nobody had reported. */
  decisions: {
    items: ["taken_off", "edit", "reject", "spam", "trash"],
    measures: ["byPerson", "byRule", ...Object.values(StatementGround), "unstated"],
  },
  /** The site's own rules that decided alone. */
  rules: { items: [], measures: ["decided"] },
  /** Statements of reasons, by their ground. */
  statements: { items: Object.values(StatementGround), measures: ["byPerson", "byRule"] },
  /** Complaints of decisions, by whose they were. */
  complaints: { items: ["author", "reporter"], measures: ["received", "upheld", "overturned", "withdrawn", "medianSeconds"] },
} as const;
export type Part = keyof typeof PARTS;
export const PART_NAMES = ["reports", "decisions", "rules", "statements", "complaints"] as const satisfies Part[];

/** One number of a report. Times are in seconds; null where there was nothing to take the middle of. */
export const figure = z.object({
  part: z.enum(PART_NAMES),
  item: z.string(),
  measure: z.string(),
  value: z.number().nullable(),
});
export type Figure = z.infer<typeof figure>;

/** What was counted, by part, item and measure. */
export type Counted = Partial<Record<Part, Record<string, Record<string, number | null>>>>;

/** All numbers of a report, in its order; what was not counted is 0, of times null. Takes what was counted. */
export function figuresOf(counted: Counted): Figure[] {
  return PART_NAMES.flatMap((part) => {
    const found = counted[part] ?? {};
    const items: string[] = [...PARTS[part].items];
    const others = Object.keys(found).filter((item) => part === "rules" && !items.includes(item));
    return [...items, ...others.sort()].flatMap((item) =>
      PARTS[part].measures.map((measure) => ({
        part,
        item,
        measure,
        value: found[item]?.[measure] ?? (measure === "medianSeconds" ? null : 0),
      })),
    );
  });
}

/** The numbers as CSV (RFC 4180), the same rows as everywhere: codes and numbers only, so nothing in it needs quoting, or could be a formula. */
export function figuresCsv(figures: Figure[]): string {
  const rows = figures.map(({ part, item, measure, value }) => [part, item, measure, value ?? ""].join(","));
  return ["part,item,measure,value", ...rows].map((row) => `${row}\r\n`).join("");
}
