import { mayModerate } from "@/lib/comments/policy";
import { privateDb } from "@/lib/db/private";
import type { Result } from "@/lib/result";
import { siteSettings } from "@/lib/settings/public";
import { DAYS, dayIn, daysBefore } from "@/lib/statistics/days";
import type { Actor } from "@/lib/users/policy";

/** A day at the moderation desk; `day` is `YYYY-MM-DD` in the site's time zone. */
export interface DayAtDesk {
  day: string;
  received: number;
  approved: number;
  rejected: number;
  spam: number;
  trashed: number;
  /** All decisions of people together. */
  decided: number;
  /** In seconds, from a reply's arrival to the decision, the middle one; null on a day without decisions. */
  medianSeconds: number | null;
}

/** How decisions went on replies that a check had spoken against: how many, and how many of them were approved all the same. */
export interface RuleAtDesk {
  rule: string;
  decided: number;
  overturned: number;
}

/** The last days at the moderation desk, the oldest first; a day that was not counted yet is empty. */
export interface DeskStatistics {
  days: DayAtDesk[];
  /** Over all those days, the busiest first. */
  rules: RuleAtDesk[];
  /** All decisions of those days. */
  decided: number;
  /** When a day was counted last; null: never. */
  countedAt: Date | null;
  /** For how many seconds the reply waits that waits longest; null: none does. */
  waitingSeconds: number | null;
}

/**
 * What came to the desk and was decided there in the last thirty days (lib/statistics/count-days.ts), and how long the
 * oldest reply waits. Takes who asks and the present instant. Returns `forbidden` for who decides nothing. Reads rows by
 * days, not by replies. Indexes: the tables' keys, comment_queue.
 */
export async function deskStatistics(actor: Actor, now = new Date()): Promise<Result<DeskStatistics>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const today = dayIn(now, (await siteSettings()).timeZone);
  const oldest = daysBefore(today, DAYS - 1);
  const within = { day: { gte: new Date(oldest) } };
  const [rows, rules, waiting] = await Promise.all([
    privateDb.deskDay.findMany({ where: within, orderBy: { day: "asc" } }),
    privateDb.deskRule.groupBy({ by: ["rule"], where: within, _sum: { decided: true, overturned: true } }),
    privateDb.comment.findFirst({
      where: { status: "pending", withdrawnAt: null },
      orderBy: [{ status: "asc" }, { createdAt: "asc" }, { id: "asc" }],
      select: { createdAt: true },
    }),
  ]);
  const counted = new Map(rows.map((row) => [dayIn(row.day, "UTC"), row]));
  const days = Array.from({ length: DAYS }, (_, index) => dayAt(daysBefore(today, DAYS - 1 - index), counted));
  return {
    ok: true,
    days,
    rules: rules
      .map(({ rule, _sum }) => ({ rule, decided: _sum.decided ?? 0, overturned: _sum.overturned ?? 0 }))
      .sort((one, other) => other.decided - one.decided || one.rule.localeCompare(other.rule)),
    decided: days.reduce((sum, day) => sum + day.decided, 0),
    countedAt: rows.at(-1)?.countedAt ?? null,
    waitingSeconds: waiting && (now.getTime() - waiting.createdAt.getTime()) / 1000,
  };
}

type Counted = Map<string, Omit<DayAtDesk, "day" | "decided">>;

function dayAt(day: string, counted: Counted): DayAtDesk {
  const { received = 0, approved = 0, rejected = 0, spam = 0, trashed = 0, medianSeconds = null } = counted.get(day) ?? {};
  return { day, received, approved, rejected, spam, trashed, decided: approved + rejected + spam + trashed, medianSeconds };
}
