import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Examined } from "@/lib/comments/checks/check";
import { runChecks } from "@/lib/comments/checks/run";
import { textHash } from "@/lib/comments/checks/same-text";
import type { DiscussionRules } from "@/lib/comments/rules/for-post";
import { privateDb } from "@/lib/db/private";
import { currentSettings } from "@/lib/settings/current";
import { makeComment, makePost } from "@/lib/testing/make";

const comment: Examined["comment"] = {
  name: "Ada",
  email: "ada@example.org",
  website: null,
  body: "Thank you for this.",
  topic: "",
  took: null,
};

async function examined(given: Partial<Examined["comment"]> = {}, settings: Partial<DiscussionRules> = {}) {
  return {
    commentId: randomUUID(),
    comment: { ...comment, ...given },
    settings: { ...(await currentSettings(privateDb)), lang: "en", ...settings },
  };
}
const fired = async (...args: Parameters<typeof examined>) => runChecks(await examined(...args));

test("nothing speaks against an ordinary reply", async () => {
  expect(await fired()).toEqual([]);
  expect(await fired({ took: 45_000 })).toEqual([]);
});

test("a hidden field that is filled in counts, and tells no more than that", async () => {
  expect(await fired({ topic: "x" })).toEqual([{ rule: "honeypot", score: 6 }]);
});

test("a form that was filled in faster than one can type counts; no time says nothing", async () => {
  expect(await fired({ took: 900 })).toEqual([{ rule: "tooFast", score: 2 }]);
});

test("links beyond the site's number count one by one, each where it stands", async () => {
  const body = "See https://a.example, https://b.example and www.c.example/x or http://d.example.";
  const links = await fired({ body }, { maxLinks: 2 });
  expect(links.map(({ rule, begin = 0, until }) => [rule, body.slice(begin, until)])).toEqual([
    ["manyLinks", "www.c.example/x"],
    ["manyLinks", "http://d.example."],
  ]);
  expect(await fired({ body }, { maxLinks: 4 })).toEqual([]);
});

test("a language's list counts for posts in it, of any country, beside the list for all", async () => {
  const lists = { holdWords: "bridge", holdWordsIn: { de: "brücke", en: "chain" }, spamWordsIn: { de: "gift" } };
  const rules = async (lang: string) =>
    (await fired({ body: "Bridge, Brücke, chain, gift" }, { ...lists, lang })).map(({ rule, begin }) => [rule, begin]);
  expect(await rules("de-AT")).toEqual([
    ["holdWord", 0],
    ["holdWord", 8],
    ["spamWord", 23],
  ]);
  expect(await rules("en")).toEqual([
    ["holdWord", 0],
    ["holdWord", 16],
  ]);
  expect(await rules("fr")).toEqual([["holdWord", 0]]);
});

test("listed words are found in text, name, website and address, the exact part told except of the address", async () => {
  const typed = { body: "My саsino is best", name: "Casino Royale", website: "https://casino.example", email: "casino@example.org" };
  const found = await fired(typed, { holdWords: "casino" });
  expect(found).toEqual([
    { rule: "holdWord", field: "body", begin: 3, until: 9, score: 5 },
    { rule: "holdWord", field: "name", begin: 0, until: 6, score: 0 },
    { rule: "holdWord", field: "website", begin: 8, until: 14, score: 0 },
    { rule: "holdWord", field: "email", score: 0 },
  ]);
  expect(await fired(typed, { spamWords: "royale" })).toEqual([{ rule: "spamWord", field: "name", begin: 7, until: 13, score: 10 }]);
});

test.each(["a@mailinator.com", "a@MAILINATOR.com", "a@inbox.mailinator.com"])("%s is made to be thrown away", async (email) => {
  expect(await fired({ email })).toEqual([{ rule: "disposableAddress", field: "email", score: 3 }]);
});

test("the same text elsewhere counts, however it is spelled; a short one does not", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const make = async (body: string, createdAt = new Date()) => {
    const { id: commentId } = await makeComment({ postId, body });
    await privateDb.submission.create({
      data: { fingerprint: Buffer.from(randomUUID()), key: "", commentId, textHash: textHash(body), createdAt },
    });
  };
  await make("I earn 500 a day from home, ask me how!");
  await make("Thanks!");
  await make("This was said a good while ago here.", new Date(Date.now() - 8 * 86_400_000));
  expect(await fired({ body: "I  EARN 900 a day from hоme: ask me how" })).toEqual([{ rule: "sameText", field: "body", score: 3 }]);
  expect(await fired({ body: "Thanks!" })).toEqual([]);
  expect(await fired({ body: "This was said a good while ago here." })).toEqual([]);
  for (let more = 0; more < 2; more++) await make("I earn 500 a day from home, ask me how!");
  expect(await fired({ body: "I earn 1 a day from home, ask me how!" })).toMatchObject([{ score: 6 }]);
});

test("a check that throws or is slow is told as failed, and the others still speak", async () => {
  const checks = {
    broken: () => {
      throw new Error("broken");
    },
    rejected: () => Promise.reject(new Error("away")),
    slow: async () => {
      await sleep(10_000, undefined, { ref: false });
      return [];
    },
    sound: () => [{ rule: "honeypot" as const, score: 6 }],
  };
  const started = Date.now();
  const answers = await runChecks(await examined(), checks, 50);
  expect(answers.map(({ rule }) => rule)).toEqual(["checkFailed", "checkFailed", "checkFailed", "honeypot"]);
  expect(Date.now() - started).toBeLessThan(2000);
});
