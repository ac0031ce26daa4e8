import type { CommandContext } from "../start/context";
import { benchApart } from "./apart";
import { benchActs } from "./moderation-acts";
import { fillComments, type Moderated } from "./moderation-fill";
import { benchReads, timeRead } from "./reads";

/** So many comments are stored, one after the other. */
const SIZES = [10_000, 100_000, 1_000_000];
/** A page of a list within this time is called quick. */
const QUICK_MS = 100;

/** Measures the moderation's lists, its search and its decisions with ten thousand, a hundred thousand and a million comments. */
export async function benchModeration(context: CommandContext): Promise<void> {
  const size = process.env["BENCH_SIZE"];
  if (size) return benchSize(context, Number(size));
  for (const count of SIZES) await benchApart(context, "moderation", { BENCH_SIZE: String(count) });
}

async function benchSize(context: CommandContext, count: number): Promise<void> {
  const fill = async (owner: Parameters<typeof fillComments>[0]) => {
    const { sealEmail } = await import("@/lib/comments/contact");
    return fillComments(owner, count, sealEmail("reader@example.org"));
  };
  await benchReads(context, { name: "moderation", comments: count, fill, measure });
}

const row = <T>(name: string, work: () => Promise<T>) => timeRead(name, QUICK_MS, work);

async function measure(filled: Moderated): Promise<void> {
  // Loaded late: it opens the database that was found by then.
  const { moderationQueue, queueCounts } = await import("@/lib/comments/newsroom");
  const { moderator } = filled;
  await row("counts of the tabs", () => queueCounts(moderator));
  for (const [name, query] of Object.entries(queriesOf(filled))) {
    const first = await row(name, () => moderationQueue(moderator, query));
    if (!first.ok) throw new Error(first.error);
    const { next } = first;
    if (next) await row(`${name}, next page`, () => moderationQueue(moderator, { ...query, after: next }));
  }
  await benchActs(moderator);
}

function queriesOf({ category, somebody, frequent, post }: Moderated): Record<string, object> {
  const all = { status: "all" };
  const middle = `${Date.UTC(2022, 5, 15).toString(36)}-00000000-0000-7000-8000-000000000000`;
  return {
    pending: {},
    approved: { status: "approved" },
    "approved, from the middle on": { status: "approved", after: middle },
    trash: { status: "trash" },
    all,
    "all, from the middle on": { ...all, after: middle },
    "one commenter": { ...all, by: somebody },
    "a frequent commenter": { ...all, by: frequent },
    "a frequent commenter's trash": { status: "trash", by: frequent },
    "an IP prefix": { ...all, ip: "192.0.7.0/24" },
    "an article": { ...all, article: `/${post}` },
    "a part of many articles' titles": { ...all, article: "Harbour" },
    "a category": { ...all, category },
    "a category's spam": { status: "spam", category },
    "a rare language": { ...all, lang: "uk" },
    "a frequent check": { ...all, rule: "learned" },
    "a rare check": { ...all, rule: "honeypot" },
    "a check that never fired": { ...all, rule: "spamWord" },
    "a score": { ...all, score: "5" },
    "a score that none has": { ...all, score: "10" },
    "by a known commenter": { ...all, standing: "trusted" },
    "by a new commenter": { ...all, standing: "new" },
    "a week": { ...all, since: "2021-03-01", until: "2021-03-07" },
    "a frequent word": { ...all, q: "harbour" },
    "a rare text": { ...all, q: "number 7777 " },
    "a text that nobody wrote": { ...all, q: "qqqqqq" },
    "two letters": { ...all, q: "7x" },
    "a frequent commenter's rare text in a category": { ...all, by: frequent, q: "neighbour because", category },
  };
}
