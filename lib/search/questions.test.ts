import { beforeEach, expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { questionsFor } from "@/lib/search/questions";
import { readQuery } from "@/lib/search/read-query";

beforeEach(async () => {
  await privateDb.searchWord.deleteMany();
});

const learned = (words: Record<string, number>) =>
  privateDb.searchWord.createMany({ data: Object.entries(words).map(([folded, posts]) => ({ folded, spelling: folded, posts })) });
const asked = (q: string) => questionsFor(readQuery(q));
const wordsOf = (query: string) => [...query.matchAll(/'([^']+)'/g)].map(([, word]) => word).sort();

test("a word is completed while few posts have it; one that fills the pages by itself is asked for alone, and once", async () => {
  await learned({ hafen: 499, hafengold: 3, ufer: 500, uferbahn: 3 });
  expect(new Set(wordsOf((await asked("hafen")).all))).toEqual(new Set(["haf", "hafen", "hafengold"]));
  expect(wordsOf((await asked("ufer")).all)).toEqual(["ufer"]);
});

test("how many posts can match is told by the rarest word that must be there, in each of its spellings and completions", async () => {
  await learned({ ferry: 40_000, rare: 12, raretown: 600, muller: 501, secret: 2 });
  const most = { "ferry secret": 2, ferry: 40_000, rare: 612, "rare ferry": 12, Mueller: 501, unwritten: 0, "2026 ferry -secret": 40_000 };
  for (const [q, posts] of Object.entries(most)) expect([q, (await asked(q)).most]).toEqual([q, posts]);
  // How many posts have a number or two letters, nobody counts; and a choice may be met by its other half.
  for (const q of ["2026", "EU", "secret or ferry"]) expect([q, (await asked(q)).most]).toEqual([q, null]);
});

test("each word is asked for in all ways at once, but where it is none in one language", async () => {
  expect((await asked("rote brücken")).all).toBe("('rot' | 'rote') & ('bruck' | 'brucken' | 'bruecken')");
  expect((await asked("„rote brücken“ or ferries")).all).toBe(
    "('rot' <-> 'bruck' | 'rote' <-> 'brucken' | 'rote' <-> 'bruecken') | ('ferri' | 'ferries')",
  );
  expect((await asked("war ferries")).all).toBe("('ferri') | ('war') & ('ferri') | ('war') & ('ferries')");
});
