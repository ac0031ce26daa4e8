import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { runChecks } from "@/lib/comments/checks/run";
import { sealContact } from "@/lib/comments/contact";
import { learnFrom } from "@/lib/comments/learn";
import { approveComment, markCommentAsSpam, rejectComment } from "@/lib/comments/moderate";
import { undoDecisions } from "@/lib/comments/undo";
import { privateDb } from "@/lib/db/private";
import { currentSettings } from "@/lib/settings/current";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

afterEach(async () => {
  await privateDb.spamToken.deleteMany();
});

async function makeReply(body: string): Promise<string> {
  const { id: postId } = await makePost({ status: "published" });
  const { id } = await makeComment({ postId, body });
  await privateDb.commentContact.create({ data: { commentId: id, ...sealContact("ada@example.org", { ip: "192.0.2.7", agent: "" }) } });
  return id;
}
const memory = () => privateDb.spamToken.findMany({ where: { OR: [{ spam: { gt: 0 } }, { ham: { gt: 0 } }] }, orderBy: { token: "asc" } });
const all = () => privateDb.spamToken.findUnique({ where: { token: 0n } });
async function said(body: string) {
  const comment = { name: "Nobody", email: "nobody@example.org", website: null, body, topic: "", took: null };
  const fired = await runChecks({ commentId: randomUUID(), comment, settings: { ...(await currentSettings(privateDb)), lang: "en" } });
  return fired.filter(({ rule }) => rule === "learned");
}

test("from enough decisions it is told what is like spam, with the words that tell it, and what is like a good reply", async () => {
  const moderator = await makeUser({ role: "moderator" });
  const teach = async (times: number, from: number) => {
    for (let nth = from; nth < from + times; nth++) {
      const [spam, good] = [
        await makeReply(`Cheap replica watches, order today ${nth}`),
        await makeReply(`The mayor's answer to the council ${nth}`),
      ];
      await markCommentAsSpam(moderator, { id: spam });
      await approveComment(moderator, { id: good });
      await learnFrom({ commentId: spam });
      await learnFrom({ commentId: good });
    }
  };
  await teach(19, 0);
  expect(await said("Replica watches!"), "too little was learned").toEqual([]);
  await teach(1, 19);
  const body = "Order replica watches";
  const [first, ...parts] = await said(body);
  expect(first).toMatchObject({ rule: "learned", score: 6 });
  expect(parts.map(({ begin = 0, until }) => body.slice(begin, until)).sort()).toEqual(["Order", "replica", "watches"]);
  expect(await said("What does the council say to the mayor?")).toEqual([{ rule: "learned", score: -3 }]);
  expect(await said("Über etwas ganz anderes")).toEqual([]);
}, 60_000);

test("the same decision teaches once, however often its job runs, and a decision taken back teaches nothing", async () => {
  const moderator = await makeUser({ role: "moderator" });
  const id = await makeReply("Cheap watches");
  await markCommentAsSpam(moderator, { id });
  for (let run = 0; run < 3; run++) await learnFrom({ commentId: id });
  expect(await all()).toMatchObject({ spam: 1, ham: 0 });
  const [event] = await privateDb.auditEvent.findMany({ where: { subjectId: id } });
  await undoDecisions(moderator, { events: [event?.id] });
  await learnFrom({ commentId: id });
  expect(await memory()).toEqual([]);
});

test("another decision takes the first one's lesson back", async () => {
  const moderator = await makeUser({ role: "moderator" });
  const id = await makeReply("Cheap watches");
  await markCommentAsSpam(moderator, { id });
  await learnFrom({ commentId: id });
  await approveComment(moderator, { id, from: "spam" });
  await learnFrom({ commentId: id });
  const learned = await memory();
  expect(learned.length).toBeGreaterThan(2);
  expect(learned.every(({ spam, ham }) => spam === 0 && ham === 1)).toBe(true);
  await rejectComment(moderator, { id, from: "approved" });
  await learnFrom({ commentId: id });
  expect(await memory()).toEqual([]);
});

test("many at once are all learned", async () => {
  const moderator = await makeUser({ role: "moderator" });
  const ids = await Promise.all(Array.from({ length: 12 }, (_, nth) => makeReply(`the same words in another order ${nth} words`)));
  for (const id of ids) await markCommentAsSpam(moderator, { id });
  await Promise.all(ids.map((commentId) => learnFrom({ commentId })));
  expect(await all()).toMatchObject({ spam: 12, ham: 0 });
});

test("nothing that is kept of it can be read", async () => {
  const moderator = await makeUser({ role: "moderator" });
  const id = await makeReply("watches");
  await markCommentAsSpam(moderator, { id });
  await learnFrom({ commentId: id });
  for (const row of await memory()) expect(Object.keys(row).sort()).toEqual(["ham", "spam", "token"]);
  const jobs = await privateDb.$queryRaw<
    { data: unknown }[]
  >`select data from pgboss.job where name = 'comment.learn' and data->>'commentId' = ${id}`;
  expect(jobs).toEqual([{ data: { commentId: id } }]);
});
