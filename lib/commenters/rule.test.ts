import { afterEach, expect, test } from "vitest";
import { findCommenter } from "@/lib/commenters/find";
import { forgetRules } from "@/lib/commenters/forget";
import { addNote, removeNote } from "@/lib/commenters/note";
import { liftRule, restoreRule, setRule } from "@/lib/commenters/rule";
import { standingOf, weigh } from "@/lib/commenters/standing";
import { domainsOf } from "@/lib/commenters/target";
import { emailDigest, sealContact } from "@/lib/comments/contact";
import { confirmComment } from "@/lib/comments/mail/confirm";
import { addressKey, confirmKey } from "@/lib/comments/mail/key";
import { dataOfAddress, dataOfReply } from "@/lib/comments/own-data";
import { receiptKey } from "@/lib/comments/receipt";
import { submitComment } from "@/lib/comments/submit";
import { withdrawComment } from "@/lib/comments/withdraw";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const sender = () => ({ ip: `2001:db8:${newId().slice(-4)}::7`, agent: "test" });
const mail = () => `${newId()}@example.org`;
const DAY = 86_400_000;
afterEach(async () => {
  await privateDb.setting.deleteMany({ where: { key: { in: ["moderation", "holdWords"] } } });
});

async function replyOf(email: string) {
  const { id: postId } = await makePost({ status: "published" });
  return (await makeComment({ postId, contact: { create: sealContact(email, sender()) } })).id;
}

async function sent(email: string, body = newId()) {
  const { id: postId } = await makePost({ status: "published" });
  const result = await submitComment(sender(), { postId, name: "Ada", email, body });
  if (!result.ok) throw new Error(result.error);
  return result.commentId;
}

const statusOf = async (id: string) => (await privateDb.comment.findUniqueOrThrow({ where: { id } })).status;
const rule = (effect: string, key: string, more = {}) => ({ key, scope: "address", effect, reason: "Because.", ...more });

test("always held, a reply waits where the site publishes", async () => {
  await privateDb.setting.create({ data: { key: "moderation", value: "publish" } });
  const email = mail();
  const first = await sent(email);
  expect(await statusOf(first)).toBe("approved");
  expect(await setRule(await makeUser({ role: "moderator" }), rule("hold", first))).toMatchObject({ ok: true });
  expect(await statusOf(await sent(email))).toBe("pending");
});

test("always trusted, a reply is published once its link was opened, whatever the score and the setting say; before that it waits", async () => {
  await privateDb.setting.create({ data: { key: "holdWords", value: "bridge" } });
  const email = mail();
  await setRule(await makeUser({ role: "moderator" }), rule("trust", await replyOf(email)));
  const id = await sent(email, "A bridge.");
  expect(await statusOf(id)).toBe("pending");
  expect(await confirmComment(confirmKey(id))).toMatchObject({ ok: true });
  expect(await statusOf(id)).toBe("approved");
});

test("what came before a ban is not published by a link that is opened after it", async () => {
  await privateDb.setting.create({ data: { key: "moderation", value: "trusted" } });
  const [email, editor] = [mail(), await makeUser({ role: "editor" })];
  await setRule(editor, rule("trust", await replyOf(email)));
  const id = await sent(email);
  await setRule(editor, rule("ban", id));
  await confirmComment(confirmKey(id));
  expect(await statusOf(id)).toBe("pending");
});

test.each([
  ["moderator", "address", true],
  ["moderator", "domain", false],
  ["moderator", "network", false],
  ["editor", "domain", true],
  ["editor", "network", true],
  ["administrator", "domain", true],
  ["author", "address", false],
  ["contributor", "address", false],
] as const)("whether a %s may ban by %s: %s", async (role, scope, may) => {
  const key = await replyOf(mail());
  const target = scope === "domain" ? `${newId()}.example` : "";
  const result = await setRule(await makeUser({ role }), {
    ...rule("ban", key, { scope, days: "7" }),
    ...(target && { key: undefined, target }),
  });
  expect(result).toMatchObject(may ? { ok: true } : { error: "forbidden" });
  if (result.ok) await liftRule(await makeUser({ role: "administrator" }), result);
});

test("another rule takes the place of the first; put back in force, the first takes its place again", async () => {
  const [email, moderator] = [mail(), await makeUser({ role: "moderator" })];
  const key = await replyOf(email);
  const ban = await setRule(moderator, rule("ban", key));
  const hold = await setRule(moderator, rule("hold", key));
  if (!ban.ok || !hold.ok) throw new Error("not set");
  expect(hold.replaced).toBe(ban.id);
  expect(await standingOf(privateDb, { email })).toEqual({ ban: null, bent: "hold" });
  expect(await restoreRule(moderator, ban)).toMatchObject({ ok: true });
  expect(await standingOf(privateDb, { email })).toEqual({ ban: { until: null }, bent: null });
  expect(await restoreRule(moderator, ban)).toMatchObject({ ok: true });
  const { id } = (await findCommenter(privateDb, key)) ?? {};
  const acts = await privateDb.auditEvent.findMany({ where: { subjectType: "commenter", subjectId: id ?? "" }, orderBy: { id: "asc" } });
  expect(acts.map(({ act }) => act)).toEqual(["commenter.rule", "commenter.rule", "commenter.restore"]);
  expect(JSON.stringify(acts)).not.toMatch(/example\.org|Because/);
});

test("a rule whose time is over is not put back in force", async () => {
  const [moderator, key] = [await makeUser({ role: "moderator" }), await replyOf(mail())];
  const set = await setRule(moderator, rule("ban", key, { days: "1" }), new Date(Date.now() - 2 * DAY));
  await liftRule(moderator, set);
  expect(await restoreRule(moderator, set)).toMatchObject({ error: "timePast" });
});

test("the closest rule counts, but for a ban of the network", () => {
  const of = (scope: "address" | "domain" | "network", effect: "ban" | "hold" | "trust") => ({ scope, effect, until: null });
  expect(weigh([of("domain", "ban"), of("address", "trust")])).toEqual({ ban: null, bent: "trust" });
  expect(weigh([of("network", "hold"), of("domain", "ban")]).ban).not.toBeNull();
  expect(weigh([of("network", "ban"), of("address", "trust")]).ban).not.toBeNull();
  expect(weigh([])).toEqual({ ban: null, bent: null });
});

test("a domain's rule is about all below it, and none is about a whole top level", () => {
  expect(domainsOf("ada@Mail.Example.org")).toEqual(["mail.example.org", "example.org"]);
});

test.each([
  [{ scope: "domain", effect: "ban", target: "no domain", reason: "x" }, { target: ["invalid"] }],
  [{ scope: "domain", effect: "ban", target: "org", reason: "x" }, { target: ["invalid"] }],
  [{ scope: "address", effect: "ban", target: "ada", reason: "x" }, { target: ["invalidEmail"] }],
  [{ scope: "network", effect: "ban", target: "192.0.2.1/8", days: "7", reason: "x" }, { target: ["invalid"] }],
  [{ scope: "network", effect: "ban", target: "192.0.2.1", days: "", reason: "x" }, { days: ["networkEnds"] }],
  [{ scope: "network", effect: "ban", target: "192.0.2.1", days: "30", reason: "x" }, { days: ["networkEnds"] }],
  [{ scope: "domain", effect: "trust", target: "example.org", reason: "x" }, { effect: ["invalidChoice"] }],
  [{ scope: "address", effect: "ban", target: "ada@example.org", reason: " " }, { reason: ["required"] }],
])("what is wrong is named at its field: %j", async (typed, fields) => {
  expect(await setRule(await makeUser({ role: "editor" }), typed)).toEqual({ ok: false, error: "invalid", fields });
});

test("a note goes with the last reply that is erased, unless a rule about the address holds", async () => {
  const moderator = await makeUser({ role: "moderator" });
  for (const isBanned of [false, true]) {
    const id = await replyOf(mail());
    await addNote(moderator, { key: id, text: "Knows her subject." });
    const { emailHash, id: commenterId = "" } = (await findCommenter(privateDb, id)) ?? {};
    if (isBanned) await setRule(moderator, rule("ban", id));
    await withdrawComment(receiptKey(id));
    expect(await privateDb.commenterNote.count({ where: { commenter: { emailHash } } })).toBe(isBanned ? 1 : 0);
    expect(await findCommenter(privateDb, commenterId ?? "")).toEqual(isBanned ? { emailHash, id: commenterId } : null);
  }
});

test("whose address it is hears what is noted and ruled about it, but not from whom", async () => {
  const [moderator, email] = [await makeUser({ role: "moderator", name: "Ada Colleague" }), mail()];
  const key = await replyOf(email);
  await addNote(moderator, { key, text: "Knows her subject." });
  const rule = await setRule(moderator, { key, scope: "address", effect: "hold", reason: "Tone" });
  await liftRule(moderator, rule);
  await addNote(moderator, { key: await replyOf(mail()), text: "Somebody else." });
  const data = await dataOfAddress(addressKey(emailDigest(email), new Date()), new Date());
  expect(data).toMatchObject({
    newsroom: {
      notes: [{ text: "Knows her subject.", createdAt: expect.any(Date) as Date }],
      rules: [{ effect: "hold", reason: "Tone", until: null, endedAt: expect.any(Date) as Date }],
    },
  });
  expect(JSON.stringify(data)).not.toMatch(/Ada Colleague|Somebody else/);
  expect(JSON.stringify(await dataOfReply(receiptKey(key))), "whose address it is was not proven").not.toContain("Knows her");
});

test("a note is removed for good; the ledger says that, and not what it said", async () => {
  const [moderator, key] = [await makeUser({ role: "moderator" }), await replyOf(mail())];
  const note = await addNote(moderator, { key, text: "Secret." });
  expect(await removeNote(moderator, note)).toEqual({ ok: true });
  expect(await removeNote(moderator, note)).toMatchObject({ error: "notFound" });
  expect(await addNote(await makeUser({ role: "author" }), { key, text: "x" })).toMatchObject({ error: "forbidden" });
  expect(await addNote(moderator, { key, text: " " })).toMatchObject({ fields: { text: ["required"] } });
});

test("the cleaning forgets a network's rule with its time, and a lifted one after thirty days; what holds stays", async () => {
  const [editor, email] = [await makeUser({ role: "editor" }), mail()];
  const ago = (days: number) => new Date(Date.now() - days * DAY);
  const network = await setRule(editor, { scope: "network", effect: "ban", target: "203.0.113.9", days: "1", reason: "x" }, ago(2));
  const lifted = await setRule(editor, { scope: "address", effect: "ban", target: mail(), reason: "x" }, ago(90));
  await liftRule(editor, lifted, ago(31));
  const holds = await setRule(editor, { scope: "address", effect: "ban", target: email, reason: "x" }, ago(400));
  await forgetRules();
  const ids = [network, lifted, holds].map((set) => (set.ok ? set.id : ""));
  expect((await privateDb.commenterRule.findMany({ where: { id: { in: ids } } })).map(({ id }) => id)).toEqual([ids[2]]);
  expect(await standingOf(privateDb, { email })).toEqual({ ban: { until: null }, bent: null });
});

test("what is no id leads to nothing", async () => {
  const administrator = await makeUser({ role: "administrator" });
  const noId = "-".repeat(36);
  for (const act of [liftRule, restoreRule, removeNote])
    expect(await act(administrator, { id: noId })).toEqual({ ok: false, error: "notFound" });
});
