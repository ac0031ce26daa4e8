import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { publicDb } from "@/lib/db/public";
import { newestMatches, type Match } from "@/lib/search/matches";

const DAY_MS = 86_400_000;
const NO_ID = "00000000-0000-0000-0000-000000000000";
const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** Stores posts with the word `ferry`, some days before now. */
const store = (daysAgo: number[]) => privateDb.$executeRaw`
  insert into post (id, status, slug, lang, title, standfirst, body, body_text, created_at, updated_at, published_at)
  select gen_random_uuid(), 'published', 'ferry-' || nth, 'en', 'Ferry', '', '{}', '', at, at, at
  from unnest(${daysAgo.map((days) => new Date(Date.now() - 1000 - days * DAY_MS))}::timestamptz[]) with ordinality as made (at, nth)`;

beforeEach(async () => {
  await privateDb.post.deleteMany();
});

// What makes a search quick at a million posts, held without a clock: npm run bench:search has the times.
test("of a word that is in every post no more days are read than it takes", async () => {
  await store(Array.from({ length: 1000 }, (_, n) => n / 40));
  const [found, read] = await publicDb.$transaction(async (tx) => {
    const found = await tx.$queryRaw<unknown[]>`
      select post_id from search_newest('ferri', false, '{}', null, null, 1000000, 'infinity', ${LAST_ID}::uuid, false, 50)`;
    const [row] = await tx.$queryRaw<{ read: number }[]>`
      select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as read from pg_stat_xact_user_tables where relname = 'post_search'`;
    return [found.length, row?.read];
  });
  expect(found).toBe(50);
  // Three days: of today there may be little so far.
  expect(read).toBeLessThanOrEqual(3 * 40);
});

test("however posts lie in time, and wherever one begins, the nearest are found, each once and in their order", async () => {
  // A crowd, two at one instant, long gaps, a lone old one.
  await store([0, 0.1, 0.2, 1, 1, 1.5, 29, 30, 31, 31, 45, 200, ...Array.from({ length: 30 }, (_, n) => 400 + n / 7), 401, 1100, 3000]);
  const all = await privateDb.$queryRaw<Match[]>`
    select post_id as id, published_at as "publishedAt" from post_search order by published_at desc, post_id desc`;
  const place = fc.oneof(
    fc.constantFrom(...all),
    fc.record({
      id: fc.constantFrom(NO_ID, LAST_ID),
      publishedAt: fc.integer({ min: -40, max: 3100 }).map((days) => new Date(Date.now() - days * DAY_MS)),
    }),
  );
  const asked = fc.record({ place, way: fc.constantFrom("older" as const, "newer" as const), count: fc.integer({ min: 1, max: 60 }) });
  const since = fc.option(
    fc.integer({ min: 0, max: 3100 }).map((days) => new Date(Date.now() - days * DAY_MS)),
    { nil: undefined },
  );
  await fc.assert(
    fc.asyncProperty(asked, since, fc.constantFrom(null, 0, 40, 4_000, 100_000_000), async (asked, since, most) => {
      const questions = { all: "'ferri'", any: { de: "", en: "", simple: "" }, isCostly: false, most };
      const found = await newestMatches(questions, { since }, asked);
      expect(found.map(({ id }) => id)).toEqual(nearest(all, asked, since).map(({ id }) => id));
    }),
    { numRuns: 60 },
  );
});

/** What is to be found: told from all posts, the newest first. */
function nearest(all: Match[], { place, way, count }: { place: Match; way: "older" | "newer"; count: number }, since?: Date): Match[] {
  const after = (a: Match, b: Match) => a.publishedAt.getTime() - b.publishedAt.getTime() || (a.id < b.id ? -1 : Number(a.id > b.id));
  const among = all.filter(
    (post) => (!since || post.publishedAt >= since) && (way === "newer" ? after(post, place) > 0 : after(post, place) < 0),
  );
  return (way === "newer" ? among.reverse() : among).slice(0, count);
}
