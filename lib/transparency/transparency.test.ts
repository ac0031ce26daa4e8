import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { sealContact } from "@/lib/comments/contact";
import { editAsStaff } from "@/lib/comments/staff-edit";
import { privateDb } from "@/lib/db/private";
import { newReportKey } from "@/lib/reports/own";
import { reportComment } from "@/lib/reports/report";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";
import { countDecisions, GRACE_MINUTES } from "@/lib/transparency/count-decisions";
import { anyReport } from "@/lib/transparency/newsroom";
import { finishedPeriods, lastDayOf, periodAround, readPeriod, RHYTHMS } from "@/lib/transparency/period";
import { publishReports } from "@/lib/transparency/publish-reports";
import { publishedPeriods, publishedReport } from "@/lib/transparency/public";
import { figuresCsv, figuresOf } from "@/lib/transparency/schema";

const at = (time: string) => new Date(time);

beforeEach(async () => {
  await privateDb.post.deleteMany();
  await privateDb.reportCase.deleteMany();
  await privateDb.complaint.deleteMany();
  await privateDb.decisionDay.deleteMany();
  await privateDb.transparencyReport.deleteMany();
  await privateDb.setting.deleteMany();
});

async function numbers(period: string) {
  const found = await anyReport(await makeUser({ role: "moderator" }), period);
  if (!found.ok) throw new Error(found.error);
  return Object.fromEntries(found.figures.map(({ part, item, measure, value }) => [`${part}.${item}.${measure}`, value]));
}

async function reply() {
  const { id: postId } = await makePost({ status: "published" });
  return (await makeComment({ postId })).id;
}

const UNMOVED = { from: null, to: null };

interface Decided {
  act?: string;
  from?: string | null;
  to?: string | null;
  rule?: string;
  ground?: "guidelines" | "law";
}

/** A decision as the ledger and, with a ground, its statement tell it. */
async function decided(time: string, { act = "comment.reject", from = "pending", to = "rejected", rule, ground }: Decided = {}) {
  const commentId = await reply();
  const by = rule ? { actorId: null, rule } : { actorId: (await makeUser()).id };
  const { id } = await privateDb.auditEvent.create({
    data: { act, at: at(time), subjectType: "comment", subjectId: commentId, from: from ?? undefined, to: to ?? undefined, ...by },
  });
  const flags = { isAutomated: rule !== undefined, wasFlagged: false, wasReported: false, wasPublic: from === "approved" };
  if (ground) {
    const why = ground === "law" ? "§" : null;
    await privateDb.statement.create({
      data: { commentId, eventId: id, to: "rejected", ground, explanation: why, createdAt: at(time), ...flags },
    });
  }
  return { id, commentId };
}

test("decisions are counted once each, by kind, ground and rule, and stay counted when the replies are gone", async () => {
  await decided("2025-02-01T10:00:00Z", { ground: "guidelines" });
  await decided("2025-02-01T11:00:00Z", { from: "approved", act: "comment.unapprove", to: "pending", ground: "law" });
  await decided("2025-02-02T11:00:00Z", { act: "comment.spam", to: "spam", rule: "spamWords", ground: "guidelines" });
  await decided("2025-02-02T12:00:00Z", { act: "comment.trash", to: "trash" });
  await decided("2025-02-02T12:00:00Z", { act: "comment.edit", ...UNMOVED, ground: "guidelines" });
  // No restriction: mended spelling, published, and from one list of what is not public into another.
  await decided("2025-02-02T12:00:00Z", { act: "comment.edit", ...UNMOVED });
  await decided("2025-02-02T12:00:00Z", { act: "comment.approve", to: "approved" });
  await decided("2025-02-02T12:00:00Z", { act: "comment.trash", from: "spam", to: "trash" });
  // Taken back at once: never decided.
  const back = await decided("2025-02-02T13:00:00Z");
  const undo = { act: "comment.undo", subjectType: "comment", subjectId: back.commentId, from: "rejected", to: "pending" };
  await privateDb.auditEvent.create({ data: { ...undo, at: at("2025-02-02T13:01:00Z") } });
  const reported = await decided("2025-02-03T10:00:00Z", { ground: "law" });
  await privateDb.reportCase.create({
    data: {
      isIllegal: true,
      openedAt: at("2025-02-03T08:00:00Z"),
      decidedAt: at("2025-02-03T10:00:00Z"),
      outcome: "upheld",
      eventId: reported.id,
    },
  });
  await countDecisions(at("2025-02-02T11:05:00Z"));
  await countDecisions(at("2025-03-02T12:05:00Z"));
  await privateDb.post.deleteMany();
  await countDecisions(at("2025-03-02T12:15:00Z"));
  const found = await numbers("2025-02");
  expect(found).toMatchObject({
    "decisions.reject.byPerson": 1,
    "decisions.reject.guidelines": 1,
    "decisions.reject.law": 0,
    "decisions.taken_off.law": 1,
    "decisions.edit.guidelines": 1,
    "decisions.edit.byPerson": 1,
    "decisions.spam.byRule": 1,
    "decisions.trash.unstated": 1,
    "rules.spamWords.decided": 1,
    "statements.guidelines.byPerson": 2,
    "statements.guidelines.byRule": 1,
    "statements.law.byPerson": 2,
  });
  expect((await numbers("2025-02-02..2025-02-02"))["decisions.reject.byPerson"]).toBe(0);
});

test("a cut that answers a report is that report upheld and a statement, and nothing that the newsroom found by itself", async () => {
  const actor = await makeUser({ role: "moderator" });
  const reply = async () => {
    const { id: postId } = await makePost({ status: "published" });
    const contact = { create: sealContact("ada@example.org", { ip: "192.0.2.48", agent: "test" }) };
    return makeComment({ postId, status: "approved", contact });
  };
  const cut = async (id: string, answers: boolean) => {
    expect(await editAsStaff(actor, { id, from: "approved", seen: "", body: "Shortened.", answers })).toMatchObject({ ok: true });
  };
  const [reported, found, unseen] = [await reply(), await reply(), await reply()];
  for (const { id } of [reported, unseen])
    await reportComment({ ip: "2001:db8:cd::7", agent: "test" }, { key: newReportKey(id), reason: "insult" });
  await cut(reported.id, true);
  for (const { id } of [found, unseen]) await cut(id, false);
  await countDecisions(new Date(Date.now() + (GRACE_MINUTES + 1) * 60_000));
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  expect(await numbers(`${day(-1)}..${day(1)}`)).toMatchObject({
    "reports.insult.upheld": 1,
    "decisions.edit.byPerson": 2,
    "decisions.edit.guidelines": 2,
    "statements.guidelines.byPerson": 3,
  });
});

test("reports are told by reason and outcome, with the middle time, in the days of the site's time zone", async () => {
  await privateDb.setting.create({ data: { key: "timeZone", value: "Europe/Berlin", isPublic: true } });
  const report = async (reason: "insult" | "illegal", created: string, outcome: "upheld" | "dismissed" | null, after = "") => {
    const commentId = await reply();
    const given = outcome && { outcome, decidedAt: at(after) };
    const { id: caseId } = await privateDb.reportCase.create({ data: { commentId, isIllegal: false, openedAt: at(created), ...given } });
    await privateDb.report.create({ data: { caseId, reason, createdAt: at(created) } });
  };
  await report("insult", "2025-04-30T21:59:00Z", null);
  await report("insult", "2025-04-30T22:01:00Z", "upheld", "2025-04-30T22:02:00Z");
  await report("insult", "2025-05-02T10:00:00Z", "dismissed", "2025-05-02T10:03:00Z");
  await report("illegal", "2025-05-31T10:00:00Z", "upheld", "2025-06-01T10:00:00Z");
  await privateDb.post.deleteMany();
  const may = await numbers("2025-05");
  expect(may).toMatchObject({
    "reports.insult.received": 2,
    "reports.insult.upheld": 1,
    "reports.insult.dismissed": 1,
    "reports.insult.medianSeconds": 120,
    "reports.illegal.received": 1,
    "reports.illegal.upheld": 0,
    "reports.illegal.medianSeconds": null,
    "reports.all.received": 3,
  });
});

test("a complaint is counted when its statement and its reply are gone, without a word of anybody's", async () => {
  const complained = async (answered: boolean) => {
    const { commentId, id: eventId } = await decided("2025-07-01T10:00:00Z", { ground: "guidelines" });
    const { id: statementId } = await privateDb.statement.findFirstOrThrow({ where: { eventId } });
    const answer = answered && { outcome: "overturned" as const, answer: "You are right.", decidedAt: at("2025-07-02T11:00:00Z") };
    const data = { statementId, text: "My words", createdAt: at("2025-07-02T10:00:00Z"), ...answer };
    return { commentId, id: (await privateDb.complaint.create({ data })).id };
  };
  const [done, open] = [await complained(true), await complained(false)];
  await privateDb.comment.deleteMany({ where: { id: { in: [done.commentId, open.commentId] } } });
  const left = await privateDb.complaint.findMany({ where: { id: { in: [done.id, open.id] } }, orderBy: { id: "asc" } });
  expect(left.map(({ text, answer, outcome }) => ({ text, answer, outcome }))).toEqual([
    { text: null, answer: null, outcome: "overturned" },
    { text: null, answer: null, outcome: "withdrawn" },
  ]);
  expect(await numbers("2025-07")).toMatchObject({
    "complaints.author.received": 2,
    "complaints.author.overturned": 1,
    "complaints.author.medianSeconds": 3600,
  });
});

test("a period that is over is published once, when the settings say so, and stays as it was", async () => {
  await decided("2024-02-10T10:00:00Z");
  await publishReports(at("2024-08-01T00:00:00Z"));
  expect(await publishedPeriods()).toBeNull();
  await privateDb.setting.create({ data: { key: "transparency", value: "half", isPublic: true } });
  await privateDb.setting.delete({ where: { key: "decisionsCounted" } });
  await privateDb.decisionDay.deleteMany();
  await publishReports(at("2024-07-01T00:05:00Z"));
  expect((await publishedPeriods())?.map(({ code }) => code)).not.toContain("2024-h1");
  await publishReports(at("2024-07-01T00:15:00Z"));
  await publishReports(at("2024-07-01T00:25:00Z"));
  expect((await publishedPeriods())?.map(({ code }) => code)).toContain("2024-h1");
  await privateDb.decisionDay.deleteMany();
  await publishReports(at("2024-07-02T00:15:00Z"));
  const report = await publishedReport("2024-h1");
  expect(
    report?.figures.find(({ part, item, measure }) => `${part}.${item}.${measure}` === "decisions.reject.byPerson")?.value,
  ).toBeGreaterThan(0);
  expect(await publishedReport("2024-h2")).toBeNull();
  expect(await publishedReport("nonsense")).toBeNull();
});

test("who decides on no replies is told no numbers, and what is no period is refused", async () => {
  expect(await anyReport(await makeUser({ role: "author" }), "2025")).toEqual({ ok: false, error: "forbidden" });
  for (const code of [
    "2025-13",
    "2025-h3",
    "2025-02-30..2025-03-01",
    "2025-03-02..2025-03-01",
    "..",
    "0000",
    "2025-01-01..2025-01-02..2025-01-03",
  ]) {
    expect(await anyReport(await makeUser(), code), code).toMatchObject({ error: "invalid" });
  }
});

const days = fc
  .date({ min: at("1900-01-01T00:00:00Z"), max: at("2900-01-01T00:00:00Z"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

test("a period holds the day that it was asked for, and its code names it again; finished ones follow one another without a gap", () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...RHYTHMS), (day, rhythm) => {
      const period = periodAround(day, rhythm);
      expect(period.first <= day && day <= lastDayOf(period)).toBe(true);
      expect(readPeriod(period.code)).toEqual(period);
      const before = finishedPeriods(rhythm, "1000-01-01", day, 3);
      expect([period, ...before].slice(0, 3).map(({ first }) => first)).toEqual(before.map(({ until }) => until));
    }),
  );
});

test("whatever is asked for as a period is none or two days in their order", () => {
  const text = fc.oneof(
    fc.string(),
    fc.tuple(days, days).map((pair) => pair.join("..")),
  );
  fc.assert(
    fc.property(text, (code) => {
      const period = readPeriod(code);
      if (period) expect(period.first < period.until).toBe(true);
    }),
  );
});

test("the files hold the same rows as the page, and CSV needs no quotes", () => {
  const figures = figuresOf({ reports: { all: { received: 3, medianSeconds: 60 } }, rules: { spamWords: { decided: 1 } } });
  const lines = figuresCsv(figures).split("\r\n");
  expect(lines).toHaveLength(figures.length + 2);
  expect(lines).toContain("reports,all,received,3");
  expect(lines).toContain("reports,insult,medianSeconds,");
  expect(lines).toContain("rules,spamWords,decided,1");
  expect(figuresCsv(figures)).not.toMatch(/["=+@]/);
});
