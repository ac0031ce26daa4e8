import { mayModerate } from "@/lib/comments/policy";
import type { Result } from "@/lib/result";
import { siteSettings } from "@/lib/settings/public";
import { dayIn } from "@/lib/statistics/days";
import { countPeriod } from "@/lib/transparency/count-period";
import type { Figure } from "@/lib/transparency/schema";
import { periodAround, readPeriod, type Period } from "@/lib/transparency/period";
import type { Actor } from "@/lib/users/policy";

/** A report for the newsroom: of any period, also of one that goes on. */
export interface AnyReport {
  period: Period;
  /** Whether days of it are still to come. */
  goesOn: boolean;
  figures: Figure[];
}

/**
 * The numbers of a period for who decides on replies. Takes an untrusted code (lib/transparency/period.ts), this half of
 * the year where there is none, and the time now. Returns `forbidden`, or `invalid` with the field `period`.
 */
export async function anyReport(actor: Actor, code: string | undefined, now = new Date()): Promise<Result<AnyReport>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const { timeZone } = await siteSettings();
  const today = dayIn(now, timeZone);
  const period = code === undefined ? periodAround(today, "half") : readPeriod(code);
  if (!period) return { ok: false, error: "invalid", fields: { period: ["invalid"] } };
  return { ok: true, period, goesOn: period.until > today, figures: await countPeriod(period, timeZone) };
}
