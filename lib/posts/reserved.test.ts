import fs from "node:fs";
import { expect, test } from "vitest";
import { isReserved, ROUTE_WORDS } from "@/lib/posts/reserved";

/** First parts of the addresses of app/: route groups open no part, parameters and private folders are none. */
function topLevel(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return [];
    if (/^\(.*\)$/.test(entry.name)) return topLevel(`${folder}/${entry.name}`);
    return /^[[_@]/.test(entry.name) ? [] : [entry.name];
  });
}

test("no post can stand where a route of the site does: every one is in ROUTE_WORDS, and nothing else is", () => {
  const words = topLevel("app").filter((name) => /^[a-z0-9-]+$/.test(name));
  expect(ROUTE_WORDS.toSorted()).toEqual([...new Set(words)].sort());
});

test("other words are free", () => {
  expect(isReserved("administration")).toBe(false);
  expect(isReserved("admin")).toBe(true);
});
