import { expect, test } from "vitest";
import { sealContact } from "@/lib/comments/contact";
import { tryDiscussion } from "@/lib/comments/rules/dry-run";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { DEFAULT_DISCUSSION } from "@/lib/settings/discussion-input";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

async function replyOf(body: string, lang = "en") {
  const { id: postId } = await makePost({ status: "published", lang });
  const contact = { create: sealContact(`${newId()}@example.org`, { ip: "192.0.2.8", agent: "test" }) };
  return (await makeComment({ postId, body, contact })).id;
}

async function tried(settings: Partial<typeof DEFAULT_DISCUSSION>) {
  const result = await tryDiscussion(await makeUser({ role: "administrator" }), { ...DEFAULT_DISCUSSION, ...settings });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return Object.fromEntries(result.tried.named.map(({ id, from, to }) => [id, `${from} ${to}`]));
}

test("which replies other settings would have decided on otherwise, and nothing is changed", async () => {
  const ids = {
    plain: await replyOf("Thank you."),
    linked: await replyOf("See https://a.example https://b.example https://c.example https://d.example."),
    word: await replyOf("A brídge."),
    german: await replyOf("Eine Brücke.", "de"),
  };
  const checked = async (...asked: Parameters<typeof tried>) => {
    const fates = await tried(...asked);
    return Object.fromEntries(Object.entries(ids).flatMap(([name, id]) => (fates[id] ? [[name, fates[id]]] : [])));
  };
  const before = [await privateDb.auditEvent.count(), await privateDb.setting.count()];
  expect(await checked({})).toEqual({});
  const published = { plain: "held published", linked: "held published", word: "held published", german: "held published" };
  expect(await checked({ moderation: "publish" })).toEqual(published);
  expect(await checked({ moderation: "publish", holdWords: "bridge" })).toEqual({ ...published, word: undefined });
  expect(await checked({ moderation: "publish", commenters: "proven" })).toEqual({});
  expect(await checked({ commenters: "staff" })).toMatchObject({ plain: "held refused" });
  expect(await checked({ moderation: "publish", maxLinks: 0 })).toEqual({ ...published, linked: undefined });
  expect(await checked({ spamWords: "bridge" })).toEqual({ word: "held spam" });
  expect(await checked({ spamWordsIn: { de: "bridge\nbrücke" } })).toEqual({ german: "held spam" });
  expect([await privateDb.auditEvent.count(), await privateDb.setting.count()]).toEqual(before);
});

test("only who may change the settings may try them, and what is wrong is named", async () => {
  expect(await tryDiscussion(await makeUser({ role: "editor" }), DEFAULT_DISCUSSION)).toEqual({ ok: false, error: "forbidden" });
  const typed = { ...DEFAULT_DISCUSSION, maxLinks: "many" };
  expect(await tryDiscussion(await makeUser({ role: "administrator" }), typed)).toMatchObject({ fields: { maxLinks: ["invalidNumber"] } });
});
