import { expect, test } from "vitest";
import { liftRule, setRule } from "@/lib/commenters/rule";
import { sealContact } from "@/lib/comments/contact";
import { editComment } from "@/lib/comments/edit";
import { subscribe } from "@/lib/comments/mail/subscribe";
import { rejectComment } from "@/lib/comments/moderate";
import { editVersion } from "@/lib/comments/policy";
import { receiptKey } from "@/lib/comments/receipt";
import { submitComment } from "@/lib/comments/submit";
import { withdrawComment } from "@/lib/comments/withdraw";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { newReportKey } from "@/lib/reports/own";
import { reportComment } from "@/lib/reports/report";
import { complain } from "@/lib/statements/complain";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

let networks = 0;
/** Somebody whose address, domain and network nobody else has. */
function somebody() {
  const id = newId();
  networks += 1;
  return { email: `ada@mail.d${id}.example`, domain: `d${id}.example`, sender: { ip: `198.51.${networks}.7`, agent: "test" } };
}

type Somebody = ReturnType<typeof somebody>;

async function replyOf({ email, sender }: Somebody, status: "pending" | "approved" = "pending") {
  const { id: postId } = await makePost({ status: "published" });
  const comment = await makeComment({ postId, status, contact: { create: sealContact(email, sender) } });
  return { ...comment, key: receiptKey(comment.id) };
}

/** What a reader can do, and what they are answered. */
const VERBS = {
  reply: async ({ email, sender }: Somebody) =>
    submitComment(sender, { postId: (await makePost({ status: "published" })).id, name: "Ada", email, body: newId() }),
  edit: async (who: Somebody) => {
    const reply = await replyOf(who);
    return editComment(reply.key, { body: "Changed.", seen: editVersion(reply) }, who.sender);
  },
  report: async ({ email, sender }: Somebody) => {
    const { id } = await replyOf(somebody(), "approved");
    return reportComment(sender, { key: newReportKey(id), reason: "insult", explanation: "", name: "", email });
  },
  complain: async (who: Somebody) => {
    const { id, key } = await replyOf(who, "approved");
    await rejectComment(await makeUser({ role: "moderator" }), { id, from: "approved" });
    const { id: statement } = await privateDb.statement.findFirstOrThrow({ where: { commentId: id } });
    return complain(key, { statement, text: "No." }, undefined, who.sender);
  },
  subscribe: async (who: Somebody) => subscribe(who.sender, (await replyOf(who)).key, { published: "on", answered: "" }),
};

const TARGETS = {
  address: ({ email }: Somebody) => email.toUpperCase(),
  domain: ({ domain }: Somebody) => domain,
  network: ({ sender }: Somebody) => sender.ip,
};

const cases = (["address", "domain", "network"] as const).flatMap((scope) =>
  (Object.keys(VERBS) as (keyof typeof VERBS)[]).flatMap((verb) => [
    { scope, verb, days: scope === "network" ? "7" : "" },
    { scope, verb, days: "3" },
  ]),
);

test.each(cases)("a ban by $scope (days: $days) stops: $verb; it lifted, all is as before", async ({ scope, verb, days }) => {
  const [who, editor] = [somebody(), await makeUser({ role: "editor" })];
  const rule = { scope, effect: "ban", target: TARGETS[scope](who), days, reason: "Insults." };
  const set = await setRule(editor, rule);
  if (!set.ok) throw new Error(JSON.stringify(set));
  expect(await VERBS[verb](who)).toMatchObject({ ok: false, error: days === "" ? "banned" : "suspended" });
  expect(await liftRule(editor, set)).toMatchObject({ ok: true });
  expect(await VERBS[verb](who)).toMatchObject({ ok: true });
});

test("who is suspended is told until when, and nothing else; afterwards they may write", async () => {
  const [who, editor] = [somebody(), await makeUser({ role: "editor" })];
  const longAgo = new Date(Date.now() - 2 * 86_400_000);
  await setRule(editor, { scope: "address", effect: "ban", target: who.email, days: "3", reason: "Secret reason." }, longAgo);
  const until = new Date(longAgo.getTime() + 3 * 86_400_000).toISOString();
  expect(await VERBS.reply(who)).toEqual({ ok: false, error: "suspended", endsAt: until });
  await setRule(editor, { scope: "address", effect: "ban", target: who.email, days: "1", reason: "Over." }, longAgo);
  expect(await VERBS.reply(who)).toMatchObject({ ok: true });
});

test("who is banned can still take their replies back, and a retry gets its first answer", async () => {
  const [who, editor] = [somebody(), await makeUser({ role: "editor" })];
  const { id: postId } = await makePost({ status: "published" });
  const typed = { postId, name: "Ada", email: who.email, body: "Once.", key: "k1" };
  const first = await submitComment(who.sender, typed);
  await setRule(editor, { scope: "domain", effect: "ban", target: who.domain, reason: "Advertising." });
  expect(await submitComment(who.sender, typed)).toMatchObject({ ok: true, isNew: false });
  expect(await withdrawComment(first.ok ? first.receipt : "")).toEqual({ ok: true });
});

test("a ban of a network does not touch who is signed in, nor other networks", async () => {
  const [who, editor] = [somebody(), await makeUser({ role: "editor" })];
  await setRule(editor, { scope: "network", effect: "ban", target: who.sender.ip, days: "1", reason: "Flood." });
  const { id: postId } = await makePost({ status: "published" });
  const typed = (body: string) => ({ postId, name: "Ada", email: who.email, body });
  expect(await submitComment(who.sender, typed("One"), await makeUser({ role: "author" }))).toMatchObject({ ok: true });
  expect(await submitComment(who.sender, typed("Two"))).toMatchObject({ error: "suspended" });
  expect(await submitComment(somebody().sender, typed("Three"))).toMatchObject({ ok: true });
});

test("nothing is stored of what a ban stopped", async () => {
  const [who, editor] = [somebody(), await makeUser({ role: "editor" })];
  await setRule(editor, { scope: "address", effect: "ban", target: who.email, reason: "Insults." });
  const { id: postId } = await makePost({ status: "published" });
  await submitComment(who.sender, { postId, name: "Ada", email: who.email, body: "Stopped." });
  expect(await privateDb.comment.count({ where: { postId } })).toBe(0);
});
