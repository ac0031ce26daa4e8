import { figuresCsv, type Figure } from "@/lib/transparency/schema";
import type { Period } from "@/lib/transparency/period";

/** The forms in which a report can be had beside its page. */
export const FORMATS = ["csv", "json"] as const;

/** A report as a file: the same rows as CSV or JSON. Takes the format, the period and its numbers. */
export function fileAnswer(format: (typeof FORMATS)[number], { code, first, until }: Period, figures: Figure[]): Response {
  const name = `transparency-${code}.${format}`;
  const headers = {
    "content-type": format === "csv" ? "text/csv; charset=utf-8; header=present" : "application/json; charset=utf-8",
    "content-disposition": `attachment; filename="${name}"`,
  };
  return new Response(format === "csv" ? figuresCsv(figures) : JSON.stringify({ period: code, first, until, figures }, null, 1), {
    headers,
  });
}
