import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { publicDb } from "@/lib/db/public";
import { Prisma } from "@/lib/db/generated/client";
import { rankedMatches, rankedQuery } from "@/lib/search/matches";
import { questionsFor } from "@/lib/search/questions";
import { readQuery } from "@/lib/search/read-query";
import { windowsBetween } from "@/lib/search/windows";

interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  Plans?: Plan[];
}

const POSTS_PER_DAY = 40;
const DAYS = 25;
const MOST = { compared: 50, titled: 30 };

// What makes a search quick at a million posts, held without a clock: npm run bench:search has the times.
test("a word that every post has is read from its index, of no more days than it takes", async () => {
  await privateDb.$executeRaw`
    insert into post (id, status, slug, lang, title, standfirst, body, body_text, created_at, updated_at, published_at)
    select gen_random_uuid(), 'published', 'day-' || n, 'en', 'Everywhere ' || n, 'A standfirst.', '{}', repeat('Everywhere again. ', 40), at, at, at
    from generate_series(0, ${POSTS_PER_DAY * DAYS - 1}::int) as n, lateral (
      select timestamptz '2025-03-31T12:00:00Z' - n / ${POSTS_PER_DAY}::int * interval '1 day' - n * interval '1 ms' as at) as made`;
  const questions = await questionsFor(readQuery("everywhere"));
  const windows = windowsBetween(new Date("2025-03-31T23:00:00Z"), new Date("2025-01-01T00:00:00Z"));
  const [row] = await publicDb.$queryRaw<{ "QUERY PLAN": [{ Plan: Plan }] }[]>(
    Prisma.sql`explain (analyze, format json) ${rankedQuery(questions, {}, { words: windows, titles: windows }, MOST)}`,
  );
  const scans = flat(row?.["QUERY PLAN"][0].Plan).filter((node) => node["Relation Name"] === "post_search");
  expect(scans.map((node) => node["Node Type"])).toEqual(["Bitmap Heap Scan", "Bitmap Heap Scan"]);
  // Both indexes have the days: which of them finds a few posts is the planner's choice.
  for (const scan of scans)
    expect(flat(scan).flatMap((node) => node["Index Name"] ?? [])).toEqual([expect.stringMatching(/^post_search_(words|titles)$/)]);
  const read = scans.map((node) => node["Actual Rows"] * node["Actual Loops"]);
  expect(read.sort((a, b) => a - b)).toEqual([POSTS_PER_DAY, 2 * POSTS_PER_DAY]);
  const { matches, isMore } = await rankedMatches(questions, {}, MOST);
  expect([matches.length, isMore]).toEqual([MOST.compared + 1, true]);
});

function flat(plan?: Plan): Plan[] {
  return plan ? [plan, ...(plan.Plans ?? []).flatMap(flat)] : [];
}
