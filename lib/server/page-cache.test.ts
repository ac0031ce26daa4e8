import fc from "fast-check";
import { expect, test } from "vitest";
import { PageCache, type Made } from "@/lib/server/page-cache";

interface Page {
  text: string;
}

const made = (text: string, more: Partial<Made<Page>> = {}): Made<Page> => ({
  page: { text },
  shelf: "pages",
  bytes: 10,
  keepSeconds: 60,
  ...more,
});

/** A cache whose pages are made when the test says so: `finish` ends the making that was begun first. */
function controlled(tag = "post:1") {
  const waiting: ((made: Made<Page>) => void)[] = [];
  let seconds = 0;
  const make = (_key: string, shows: Set<string>) => {
    shows.add(tag);
    return new Promise<Made<Page>>((resolve) => waiting.push(resolve));
  };
  const cache = new PageCache<Page>(make, { pages: 1_000 }, () => seconds * 1000);
  return {
    cache,
    begun: () => waiting.length,
    finish: async (result: Made<Page>) => {
      waiting.shift()?.(result);
      await Promise.resolve();
    },
    pass: (given: number) => (seconds += given),
  };
}

test("however many ask at the same time, a page is made once", async () => {
  const { cache, begun, finish } = controlled();
  const asked = [cache.ask("/a"), cache.ask("/a"), cache.ask("/a")];
  expect(begun()).toBe(1);
  await finish(made("one"));
  expect(await Promise.all(asked)).toEqual([{ text: "one" }, { text: "one" }, { text: "one" }]);
  expect(cache.ready("/a")).toEqual({ text: "one" });
});

test("a change drops the pages that show it, and no other", async () => {
  const cache = new PageCache<Page>((key, shows) => Promise.resolve((shows.add(key === "/a" ? "post:1" : "post:2"), made(key))), {
    pages: 1_000,
  });
  await Promise.all([cache.ask("/a"), cache.ask("/b")]);
  cache.drop("post:1");
  expect(cache.ready("/a")).toBeUndefined();
  expect(cache.ready("/b")).toEqual({ text: "/b" });
});

test("what changed while a page was made is sent, but not kept; who asks later gets a new one", async () => {
  const { cache, begun, finish } = controlled();
  const before = cache.ask("/a");
  cache.drop("post:1");
  const after = cache.ask("/a");
  expect(begun()).toBe(2);
  await finish(made("old"));
  expect(await before).toEqual({ text: "old" });
  expect(cache.ready("/a")).toBeUndefined();
  await finish(made("new"));
  expect(await after).toEqual({ text: "new" });
  expect(cache.ready("/a")).toEqual({ text: "new" });
});

test("a change of something else does not spoil a page that is being made", async () => {
  const { cache, finish } = controlled();
  const asked = cache.ask("/a");
  cache.drop("post:2");
  await finish(made("one"));
  await asked;
  expect(cache.ready("/a")).toEqual({ text: "one" });
});

test("after a gap nothing is held, and what was being made is not kept", async () => {
  const { cache, finish } = controlled();
  const first = cache.ask("/a");
  cache.dropAll();
  await finish(made("one"));
  await first;
  expect(cache.ready("/a")).toBeUndefined();
});

test("an expired page is served when it cannot be made again; a dropped one never", async () => {
  const { cache, finish, pass } = controlled();
  const first = cache.ask("/a");
  await finish(made("good"));
  await first;
  pass(61);
  expect(cache.ready("/a")).toBeUndefined();
  const expired = cache.ask("/a");
  await finish(made("failed", { isFailure: true, keepSeconds: 0 }));
  expect(await expired).toEqual({ text: "good" });
  const dropped = cache.ask("/a");
  cache.drop("post:1");
  await finish(made("failed", { isFailure: true, keepSeconds: 0 }));
  expect(await dropped).toEqual({ text: "failed" });
});

test("a page is kept no longer than what it says is true, and is then made anew", async () => {
  const { cache, begun, finish, pass } = controlled();
  const first = cache.ask("/a");
  await finish(made("open until 30 s", { validUntil: new Date(30_000) }));
  await first;
  pass(29);
  expect(cache.ready("/a")).toEqual({ text: "open until 30 s" });
  pass(1);
  expect(cache.ready("/a")).toBeUndefined();
  const second = cache.ask("/a");
  expect(begun()).toBe(1);
  await finish(made("closed"));
  expect(await second).toEqual({ text: "closed" });
});

test("what stopped being true while it was made is sent, but not kept", async () => {
  const { cache, finish, pass } = controlled();
  const asked = cache.ask("/a");
  pass(31);
  await finish(made("open until 30 s", { validUntil: new Date(30_000) }));
  expect(await asked).toEqual({ text: "open until 30 s" });
  expect(cache.ready("/a")).toBeUndefined();
});

test("pages of one shelf never push out those of another", async () => {
  const make = (key: string) => Promise.resolve(made(key, key.startsWith("/missing") ? { shelf: "missing" } : {}));
  const cache = new PageCache<Page>(make, { pages: 100, missing: 50 });
  await cache.ask("/a");
  for (let number = 0; number < 100; number++) await cache.ask(`/missing-${number}`);
  expect(cache.ready("/a")).toEqual({ text: "/a" });
  expect(cache.ready("/missing-0")).toBeUndefined();
  expect(cache.ready("/missing-99")).toEqual({ text: "/missing-99" });
});

test("a page that could not be made at all is asked for again", async () => {
  let isBroken = true;
  const cache = new PageCache<Page>(() => (isBroken ? Promise.reject(new Error("no")) : Promise.resolve(made("one"))), { pages: 100 });
  await expect(cache.ask("/a")).rejects.toThrow("no");
  isBroken = false;
  expect(await cache.ask("/a")).toEqual({ text: "one" });
});

test("in whatever order things happen, no page outlives a change, and nobody who asks after one sees what was before", async () => {
  const TAGS = ["post:1", "post:2", "settings"];
  const step = fc.oneof(
    fc.record({ do: fc.constant("ask" as const), key: fc.constantFrom("/a", "/b") }),
    fc.record({ do: fc.constant("change" as const), tag: fc.constantFrom(...TAGS) }),
    fc.record({ do: fc.constant("finish" as const), which: fc.nat({ max: 3 }) }),
    fc.record({ do: fc.constant("miss" as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      // The truth: how often each thing has changed. A page shows what it read, which is when it is begun.
      const versions = new Map(TAGS.map((tag) => [tag, 0]));
      const read = (key: string) => ["settings", key === "/a" ? "post:1" : "post:2"].map((tag) => [tag, versions.get(tag) ?? 0] as const);
      const running: (() => void)[] = [];
      const cache = new PageCache<{ seen: (readonly [string, number])[] }>(
        (key, shows) => {
          const seen = read(key);
          return new Promise((resolve) =>
            running.push(() => {
              // Reads note what they show when they return, which may be after the change was heard.
              for (const [tag] of seen) shows.add(tag);
              resolve({ page: { seen }, shelf: "pages", bytes: 1, keepSeconds: 60 });
            }),
          );
        },
        { pages: 100 },
      );
      const answers: Promise<void>[] = [];
      for (const taken of steps) {
        if (taken.do === "ask") {
          const least = new Map(read(taken.key));
          answers.push(
            cache
              .ask(taken.key)
              .then(({ seen }) => seen.forEach(([tag, version]) => expect(version).toBeGreaterThanOrEqual(least.get(tag) ?? 0))),
          );
        }
        if (taken.do === "change") {
          versions.set(taken.tag, (versions.get(taken.tag) ?? 0) + 1);
          cache.drop(taken.tag);
        }
        if (taken.do === "finish") running.splice(taken.which, 1).forEach((finish) => finish());
        if (taken.do === "miss") cache.dropAll();
        await new Promise(setImmediate);
        for (const key of ["/a", "/b"]) {
          const kept = cache.ready(key);
          if (kept) expect(kept.seen).toEqual(read(key));
        }
      }
      running.forEach((finish) => finish());
      await Promise.all(answers);
    }),
    { numRuns: 300 },
  );
});
