import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { config } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { mailComplained } from "@/lib/mail/complained";
import { mailDigests } from "@/lib/mail/digests";
import { mailReported } from "@/lib/mail/reported";
import { chooseNotices } from "@/lib/notices/choose";
import { digestOf, isDue } from "@/lib/notices/due";
import { firstLine } from "@/lib/notices/first-line";
import { ownNotices } from "@/lib/notices/newsroom";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";
import { ROLES } from "@/lib/users/schema";

const at = (time: string) => new Date(time);
const folder = () => path.join(config().DATA_DIR, "mail");

beforeEach(async () => {
  await privateDb.notices.deleteMany();
  await privateDb.user.updateMany({ data: { deactivatedAt: new Date() } });
  await privateDb.comment.deleteMany();
  await privateDb.reportCase.deleteMany();
  fs.rmSync(folder(), { recursive: true, force: true });
});

/** To whom what was mailed: the files' texts by who gets them. */
function mailed(): [string, string][] {
  const files = fs.existsSync(folder()) ? fs.readdirSync(folder()).sort() : [];
  const texts = files.map((file) => fs.readFileSync(path.join(folder(), file), "utf8"));
  return texts.map((text) => [/^To: (.*)$/m.exec(text)?.[1]?.trim() ?? "", text]);
}

async function wishing(role: (typeof ROLES)[number], wishes?: Record<string, string>) {
  const actor = await makeUser({ role, email: `${role}-${crypto.randomUUID()}@example.org`, signsIn: true });
  if (wishes)
    expect(await chooseNotices(actor, { replies: "never", reports: "never", complaints: "never", ...wishes })).toEqual({ ok: true });
  const { email } = await privateDb.user.findUniqueOrThrow({ where: { id: actor.id } });
  return { actor, email };
}

async function arrived(createdAt: Date, body = "A reply") {
  const { id: postId } = await makePost({ status: "published", title: "Secret title" });
  return makeComment({ postId, createdAt, body, name: "Secret Name" });
}

test.each(ROLES)("a %s is told of what their role is for, and chooses only where there is something to choose", async (role) => {
  const actor = await makeUser({ role });
  const decides = ["administrator", "editor", "moderator"].includes(role);
  const told = role === "moderator" || role === "administrator";
  const standard = { replies: role === "moderator" ? "soon" : "never", reports: told, complaints: told };
  expect(await ownNotices(actor)).toEqual(decides ? standard : null);
  const wishes = { replies: "daily", reports: "never", complaints: "soon" };
  expect(await chooseNotices(actor, wishes)).toEqual(decides ? { ok: true } : { ok: false, error: "forbidden" });
  expect(await ownNotices(actor)).toEqual(decides ? { replies: "daily", reports: false, complaints: true } : null);
});

test("what is no choice is refused by its field", async () => {
  const refused = await chooseNotices(await makeUser(), { replies: "weekly", reports: "daily", complaints: "soon" });
  expect(refused).toMatchObject({ error: "invalid", fields: { replies: ["invalidChoice"], reports: ["invalidChoice"] } });
});

test("a day's digest begins at seven by the site's clocks, an hour's with the hour", () => {
  expect(digestOf("daily", at("2026-11-28T05:59:59Z"), "Europe/Berlin")).toBe("2026-11-27");
  expect(digestOf("daily", at("2026-11-28T06:00:00Z"), "Europe/Berlin")).toBe("2026-11-28");
  expect(digestOf("daily", at("2026-07-28T05:00:00Z"), "Europe/Berlin")).toBe("2026-07-28");
  expect(digestOf("hourly", at("2026-11-28T05:59:59Z"), "Europe/Berlin")).toBe("2026-11-28t05");
  expect(isDue("never", at("2026-11-27T00:00:00Z"), at("2026-11-28T00:00:00Z"), "UTC")).toBe(false);
  expect(isDue("daily", at("2026-11-27T08:00:00Z"), at("2026-11-28T06:59:00Z"), "UTC")).toBe(false);
  expect(isDue("daily", at("2026-11-27T08:00:00Z"), at("2026-11-28T07:01:00Z"), "UTC")).toBe(true);
});

test("a digest tells what came since the last one and still waits, once, without names and addresses", async () => {
  const { actor, email } = await wishing("editor", { replies: "daily" });
  await privateDb.notices.update({ where: { userId: actor.id }, data: { toldAt: at("2026-03-01T08:00:00Z") } });
  await arrived(at("2026-03-01T07:00:00Z"), "Told before");
  await arrived(at("2026-03-01T12:00:00Z"), "\nWrite to ada@example.net please\nSecond line");
  await arrived(at("2026-03-01T13:00:00Z"), "Another one");
  const decided = await arrived(at("2026-03-01T14:00:00Z"), "Decided already");
  await privateDb.comment.update({ where: { id: decided.id }, data: { status: "approved", decidedAt: new Date() } });
  await mailDigests(at("2026-03-02T06:30:00Z"));
  expect(mailed()).toEqual([]);
  await mailDigests(at("2026-03-02T07:01:00Z"));
  await mailDigests(at("2026-03-02T08:01:00Z"));
  const [[to, text] = ["", ""], ...others] = mailed();
  expect([to, others]).toEqual([email, []]);
  expect(text).toContain("Subject: 2 new replies wait at Leserbrief");
  expect(text).toContain("> Write to … please");
  expect(text).toContain("> Another one");
  expect(text).toContain("3 replies wait in all.");
  expect(text).toContain("/admin/account#notices");
  expect(text).not.toMatch(/secret|told before|decided already|second line|ada@/i);
});

test("where nothing new waits nobody is mailed, and who chose an hour is told of the next one only", async () => {
  const { actor } = await wishing("moderator", { replies: "hourly" });
  await privateDb.notices.update({ where: { userId: actor.id }, data: { toldAt: at("2026-03-01T08:30:00Z") } });
  await arrived(at("2026-03-01T08:00:00Z"));
  await mailDigests(at("2026-03-01T09:01:00Z"));
  expect(mailed()).toEqual([]);
  await arrived(at("2026-03-01T09:20:00Z"));
  await mailDigests(at("2026-03-01T09:40:00Z"));
  expect(mailed()).toEqual([]);
  await mailDigests(at("2026-03-01T10:01:00Z"));
  expect(mailed()).toHaveLength(1);
});

test("new reports are told at once to who wants that, and what may be against the law is told again", async () => {
  const { email } = await wishing("editor", { reports: "soon" });
  const administrator = await wishing("administrator");
  await wishing("moderator", { complaints: "soon" });
  await wishing("author");
  const { id: commentId } = await arrived(new Date());
  const { id: caseId } = await privateDb.reportCase.create({ data: { commentId, isIllegal: false } });
  await mailReported({ caseId });
  await mailReported({ caseId });
  expect(
    mailed()
      .map(([to]) => to)
      .sort(),
  ).toEqual([administrator.email, email].sort());
  await privateDb.reportCase.update({ where: { id: caseId }, data: { isIllegal: true } });
  await mailReported({ caseId });
  expect(mailed()).toHaveLength(4);
  expect(mailed().some(([, text]) => text.includes("One of them is said to be against the law"))).toBe(true);
  fs.rmSync(folder(), { recursive: true });
  await privateDb.reportCase.update({ where: { id: caseId }, data: { decidedAt: new Date(), outcome: "dismissed" } });
  await mailReported({ caseId });
  expect(mailed()).toEqual([]);
});

test("a complaint is told to who wants that, while it waits", async () => {
  const { email } = await wishing("moderator", { complaints: "soon" });
  const { id: commentId } = await arrived(new Date());
  const stated = { commentId, eventId: crypto.randomUUID(), to: "rejected", wasPublic: false, ground: "guidelines" } as const;
  const flags = { isAutomated: false, wasFlagged: false, wasReported: false };
  const { id: statementId } = await privateDb.statement.create({ data: { ...stated, ...flags } });
  const { id: complaintId } = await privateDb.complaint.create({ data: { statementId, text: "Secret text" } });
  await mailComplained({ complaintId });
  expect(mailed().map(([to]) => to)).toEqual([email]);
  expect(mailed()[0]?.[1]).toContain("A complaint of a decision waits for an answer");
  expect(mailed()[0]?.[1]).not.toMatch(/secret/i);
  await privateDb.complaint.update({ where: { id: complaintId }, data: { decidedAt: new Date(), outcome: "upheld", answer: "No." } });
  fs.rmSync(folder(), { recursive: true });
  await mailComplained({ complaintId });
  expect(mailed()).toEqual([]);
});

test("a first line holds no address, is one line, and not long", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.emailAddress(), fc.string({ unit: "grapheme" }), (before, address, after) => {
      const line = firstLine(`${before}${address}${after}`);
      expect(line).not.toMatch(/[@＠\n]/);
      expect(Array.from(line).length).toBeLessThanOrEqual(100);
    }),
  );
});
