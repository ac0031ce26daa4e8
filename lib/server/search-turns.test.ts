import { afterEach, expect, test } from "vitest";
import { SearchTurns, turnFor } from "@/lib/server/search-turns";
import { serveBefore } from "@/lib/testing/fake-next";

let site: Awaited<ReturnType<typeof serveBefore>> | undefined;
afterEach(() => site?.close());

test("a network has sixty searches a minute, and suggestions of its own; then it waits for what is left of the minute", () => {
  let now = 0;
  const turns = new SearchTurns(() => now);
  for (let turn = 0; turn < 60; turn++) expect(turns.take("search", "192.0.2.7")).toBe(0);
  now = 20_000;
  expect(turns.take("search", "192.0.2.7")).toBe(40);
  expect([turns.take("search", "192.0.2.8"), turns.take("suggestions", "192.0.2.7")]).toEqual([0, 0]);
  now = 60_000;
  expect(turns.take("search", "192.0.2.7")).toBe(0);
});

test("other pages, and the empty form, need no turn", () => {
  expect(["/", "/search", "/a?after=x", "/searching?q=a"].map(turnFor)).toEqual([null, null, null, null]);
  expect(["/search?q=a", "/search/suggestions?q=a"].map(turnFor)).toEqual(["search", "suggestions"]);
});

test("a search that lies ready is sent to everybody; one that must be made is refused when it is too often", async () => {
  site = await serveBefore(({ scope }) => {
    scope.shows?.add("list:posts");
    return {};
  });
  const headers = { "x-forwarded-for": "192.0.2.7" };
  const ask = (q: string) => site?.send(`/search?q=${q}`, { headers });
  for (let turn = 0; turn < 60; turn++) expect((await ask(`a${turn}`))?.status).toBe(200);
  expect(await ask("more")).toMatchObject({ status: 429, headers: { "retry-after": expect.stringMatching(/^\d+$/) } });
  expect((await ask("a3"))?.status).toBe(200);
  expect((await site.send("/search?q=more", { headers: { "x-forwarded-for": "192.0.2.8" } })).status).toBe(200);
  site.pages.drop("list:posts");
  expect((await ask("a3"))?.status).toBe(429);
});
