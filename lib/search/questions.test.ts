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

test("few posts can match when a word that must be there is counted in few, in each of its spellings and completions", async () => {
  await learned({ ferry: 40_000, rare: 12, raretown: 600, muller: 501, secret: 2 });
  const guesses = { "ferry secret": true, ferry: false, rare: false, "rare ferry": true, Mueller: false, unwritten: true };
  for (const [q, isRare] of Object.entries(guesses)) expect([q, (await asked(q)).shortest]).toEqual([q, isRare ? "y" : "d"]);
  // How many posts have a number or two letters, nobody counts; and a choice may be met by its other half.
  for (const q of ["2026", "EU", "secret or ferry", "ferry -secret"]) expect([q, (await asked(q)).shortest]).toEqual([q, "d"]);
});
