import fs from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import { sealContact } from "@/lib/comments/contact";
import { addressKey } from "@/lib/comments/mail/key";
import { approveComment, rejectComment, trashComment, unapproveComment } from "@/lib/comments/moderate";
import { dataOfAddress } from "@/lib/comments/own-data";
import { eraseAddress } from "@/lib/comments/mail/erase-address";
import { emailDigest } from "@/lib/comments/contact";
import { receiptKey } from "@/lib/comments/receipt";
import { undoDecisions } from "@/lib/comments/undo";
import { withdrawComment } from "@/lib/comments/withdraw";
import { config } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { mailReportDecided } from "@/lib/mail/report-decided";
import { mailReportReceived } from "@/lib/mail/report-received";
import { dismissReports } from "@/lib/reports/dismiss";
import { forgetReporterNetworks, forgetReporters } from "@/lib/reports/forget";
import { countReported, reportedReplies, type ReportedReply } from "@/lib/reports/newsroom";
import { newReportKey, ownReport, replyToReport } from "@/lib/reports/own";
import { reportComment } from "@/lib/reports/report";
import { reportOfReceipt } from "@/lib/reports/report-key";
import { revealReporter } from "@/lib/reports/reveal";
import { COMPLAINT_DAYS } from "@/lib/statements/policy";
import { heardDuring } from "@/lib/testing/heard";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const folder = () => path.join(config().DATA_DIR, "mail");
const mailed = () =>
  fs.existsSync(folder()) ? fs.readdirSync(folder()).map((name) => fs.readFileSync(path.join(folder(), name), "utf8")) : [];
afterEach(() => fs.rmSync(folder(), { recursive: true, force: true }));

let senders = 0;
const someone = () => ({ ip: `2001:db8:${(++senders).toString(16)}::7`, agent: "test" });

async function publicReply(given: Partial<Parameters<typeof makeComment>[0]> = {}) {
  const { id: postId } = await makePost({ status: "published", title: "Brücken" });
  const contact = { create: sealContact(`${newId()}@example.org`, someone()) };
  return (await makeComment({ postId, status: "approved", contact, ...given })).id;
}

const ordinary = { reason: "insult", explanation: "", name: "", email: "" };
const notice = (email = `${newId()}@example.org`) => ({
  reason: "illegal",
  explanation: "Section 130 of the code.",
  name: "Grace",
  email,
  goodFaith: "yes",
});

async function report(commentId: string, fields: object = ordinary, sender = someone()) {
  const result = await reportComment(sender, { key: newReportKey(commentId), ...fields });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return { ...result, id: reportOfReceipt(result.receipt) ?? "" };
}

const openCase = (commentId: string) => privateDb.reportCase.findFirst({ where: { commentId, decidedAt: null } });

test("a report waits at the desk, its address sealed apart from it, and its receipt says so", async () => {
  const commentId = await publicReply();
  const { id, receipt } = await report(commentId, { ...ordinary, explanation: " Not nice.\u0007 ", email: "Reader@Example.org" });
  expect(await privateDb.report.findUniqueOrThrow({ where: { id }, select: { reason: true, explanation: true } })).toEqual({
    reason: "insult",
    explanation: "Not nice.",
  });
  const contact = await privateDb.reportContact.findUniqueOrThrow({ where: { reportId: id } });
  expect(contact.name).toBeNull();
  expect(emailDigest("reader@example.org").equals(contact.emailHash ?? Buffer.alloc(0))).toBe(true);
  expect(contact.ipPrefix).toMatch(/::\/48$/);
  expect(Buffer.from(contact.emailSealed ?? []).toString("latin1")).not.toMatch(/reader/i);
  expect(await ownReport(receipt)).toMatchObject({ reason: "insult", outcome: null, post: { title: "Brücken" } });
  expect(await ownReport(receiptKey(commentId)), "another key opens nothing").toBeNull();
});

test.each([
  [{}, ["reason"]],
  [{ reason: "illegal" }, ["explanation", "name", "email", "goodFaith"]],
  [{ ...notice(), goodFaith: undefined }, ["goodFaith"]],
  [{ ...notice(), email: "no address" }, ["email"]],
  [{ ...notice(), email: "" }, ["email"]],
  // Point (c) exempts these offences from saying who one is, and from nothing else.
  [{ reason: "child_abuse" }, ["explanation", "goodFaith"]],
  [{ reason: "other", explanation: "x".repeat(5001) }, ["explanation"]],
])("what the law asks of a notice is asked for, field by field: %j", async (fields, wrong) => {
  const commentId = await publicReply();
  const result = await reportComment(someone(), { key: newReportKey(commentId), ...fields });
  expect(result).toMatchObject({ ok: false, error: "invalid" });
  expect(Object.keys((!result.ok && result.fields) || {})).toEqual(wrong);
  expect(await openCase(commentId)).toBeNull();
});

test("a notice of the sexual abuse of children needs no name and no address", async () => {
  const commentId = await publicReply();
  await report(commentId, { reason: "child_abuse", explanation: "The picture that it links.", goodFaith: "yes" });
  expect(await openCase(commentId)).toMatchObject({ isIllegal: true });
});

test("the same form sent twice is one report, and reports of one reply are one case, urgent once one says that it is illegal", async () => {
  const commentId = await publicReply();
  const [key, sender] = [newReportKey(commentId), someone()];
  const first = await reportComment(sender, { key, ...ordinary });
  expect(await reportComment(sender, { key, ...ordinary })).toEqual(first);
  const open = await openCase(commentId);
  expect(open).toMatchObject({ isIllegal: false });
  await report(commentId, notice());
  expect(await openCase(commentId)).toMatchObject({ id: open?.id, isIllegal: true });
  expect(await privateDb.report.count({ where: { caseId: open?.id } })).toBe(2);
});

test("open desks hear of each report of a reply, and once more where what was decided on them is undone", async () => {
  const [actor, id] = [await makeUser({ role: "moderator" }), await publicReply()];
  const heard = async (work: () => Promise<unknown>) => (await heardDuring(work)).filter((tag) => /^(opened|settled):/.test(tag));
  expect(await heard(() => report(id))).toEqual([tags.opened(id)]);
  expect(await heard(() => report(id)), "of a further one, too").toEqual([tags.opened(id)]);
  expect(await heard(() => report(id, notice()))).toEqual([tags.opened(id)]);
  expect(await heard(() => dismissReports(actor, { id }))).toEqual([tags.settled(id, actor.id)]);
  const undo = async (act: string) => {
    const { id: event } = await privateDb.auditEvent.findFirstOrThrow({ where: { subjectId: id, act }, select: { id: true } });
    await undoDecisions(actor, { events: [event] });
  };
  expect(await heard(() => undo("comment.dismissReports"))).toEqual([tags.opened(id)]);
  await rejectComment(actor, { id, from: "approved" });
  expect(await heard(() => undo("comment.reject"))).toEqual([tags.opened(id)]);
});

test.each<[string, Partial<Parameters<typeof makeComment>[0]>]>([
  ["waits", { status: "pending" }],
  ["was turned down", { status: "rejected" }],
  ["was taken back", { withdrawnAt: new Date(), name: "", body: "" }],
])("a reply that %s cannot be reported, and its page is not there", async (_what, given) => {
  const commentId = await publicReply(given);
  expect(await replyToReport(commentId)).toBeNull();
  expect(await reportComment(someone(), { key: newReportKey(commentId), ...ordinary })).toMatchObject({ error: "gone" });
});

test("a form whose key is not ours reports nothing", async () => {
  expect(await reportComment(someone(), { key: "x", ...ordinary })).toEqual({ ok: false, error: "notFound" });
  expect(await replyToReport("x")).toBeNull();
});

test("a flood is refused: from one network, and of one reply", async () => {
  const [sender, commentId] = [someone(), await publicReply()];
  for (let at = 0; at < 3; at++) await report(commentId, ordinary, sender);
  const refusal = await reportComment(sender, { key: newReportKey(commentId), ...ordinary });
  expect(refusal).toMatchObject({ error: "tooMany", retryAfter: expect.any(Number) as number });
  await report(await publicReply(), ordinary, sender);
  await report(await publicReply(), ordinary, sender);
  expect(await reportComment(sender, { key: newReportKey(await publicReply()), ...ordinary })).toMatchObject({ error: "tooMany" });
  await report(commentId);
});

test.each(["author", "contributor"] as const)("an %s sees no report, dismisses none and is shown no address", async (role) => {
  const actor = await makeUser({ role });
  const commentId = await publicReply();
  const { id } = await report(commentId, notice());
  expect(await reportedReplies(actor, {})).toEqual({ ok: false, error: "forbidden" });
  expect(await countReported(actor)).toBe(0);
  expect(await dismissReports(actor, { id: commentId })).toEqual({ ok: false, error: "forbidden" });
  expect(await revealReporter(actor, { id })).toEqual({ ok: false, error: "forbidden" });
});

test("the desk lists what may be illegal first, then the oldest, every reply once over all pages, the address masked", async () => {
  const actor = await makeUser({ role: "moderator" });
  const { id: postId } = await makePost({ status: "published" });
  const ids = Array.from({ length: 28 }, newId);
  const reply = { postId, name: "Grace", body: "Thank you.", status: "approved", decidedAt: new Date() } as const;
  await privateDb.comment.createMany({ data: ids.map((id) => ({ id, ...reply })) });
  const at = Date.now();
  const cases = ids.map((commentId, place) => ({
    id: newId(),
    commentId,
    isIllegal: false,
    openedAt: new Date(at + Math.floor(place / 3)),
  }));
  // Three at a time came within one millisecond: their ids decide.
  await privateDb.reportCase.createMany({ data: cases });
  await report(ids[20] ?? "", notice("Kanarie@example.org"));
  const seen: ReportedReply[] = [];
  for (let after: string | null | undefined = undefined; after !== null;) {
    const page = await reportedReplies(actor, { after });
    if (!page.ok) throw new Error(page.error);
    seen.push(...page.reported);
    after = page.next;
  }
  const order = seen.map(({ comment }) => comment.id);
  expect(new Set(order).size).toBe(order.length);
  const ours = order.filter((id) => ids.includes(id));
  const inOrder = cases.toSorted((one, other) => Number(one.openedAt) - Number(other.openedAt) || (one.id < other.id ? -1 : 1));
  expect(ours).toEqual([ids[20], ...inOrder.map(({ commentId }) => commentId).filter((id) => id !== ids[20])]);
  expect(await countReported(actor)).toBe(order.length);
  const first = seen.find(({ comment }) => comment.id === ids[20]);
  expect(first?.reports).toMatchObject([{ reason: "illegal", name: "Grace", maskedAddress: "K…@e….org" }]);
  expect(JSON.stringify(seen)).not.toContain("Kanarie");
  for (const after of ["x", "i", "o-", ["a"]]) expect(await reportedReplies(actor, { after })).toMatchObject({ ok: true });
});

test("a notice's address is shown at a word, and who looked stands in the ledger", async () => {
  const actor = await makeUser({ role: "moderator" });
  const { id } = await report(await publicReply(), notice("ada@example.org"));
  expect(await revealReporter(actor, { id })).toMatchObject({ ok: true, address: "ada@example.org" });
  expect(
    await privateDb.auditEvent.findMany({ where: { subjectId: id }, select: { act: true, actorId: true, subjectType: true } }),
  ).toEqual([{ act: "report.revealAddress", actorId: actor.id, subjectType: "report" }]);
  const unnamed = await report(await publicReply());
  expect(await revealReporter(actor, { id: unnamed.id })).toEqual({ ok: false, error: "notFound" });
});

test("to dismiss leaves the reply as it is and closes its reports, once; an undo opens them again", async () => {
  const actor = await makeUser({ role: "moderator" });
  const commentId = await publicReply();
  const { receipt } = await report(commentId);
  const done = await dismissReports(actor, { id: commentId });
  if (!done.ok) throw new Error(done.error);
  expect(await ownReport(receipt)).toMatchObject({ outcome: "dismissed" });
  expect(await privateDb.comment.findUniqueOrThrow({ where: { id: commentId } })).toMatchObject({ status: "approved" });
  expect(await dismissReports(actor, { id: commentId })).toEqual({ ok: false, error: "alreadyDecided" });
  expect(await undoDecisions(actor, { events: [done.event] })).toMatchObject({ decided: [{ ok: true }] });
  expect(await ownReport(receipt)).toMatchObject({ outcome: null, decidedAt: null });
  expect(await undoDecisions(actor, { events: [done.event] })).toMatchObject({ decided: [{ error: "notFound" }] });
  const acts = await privateDb.auditEvent.findMany({ where: { subjectId: commentId }, select: { act: true }, orderBy: { id: "asc" } });
  expect(acts.map(({ act }) => act)).toEqual(["comment.dismissReports", "comment.reopenReports"]);
});

test("whoever turns a reported reply down anywhere upholds its reports; an undo opens them again, with those sent since", async () => {
  const actor = await makeUser({ role: "moderator" });
  const commentId = await publicReply();
  const { receipt } = await report(commentId);
  const done = await trashComment(actor, { id: commentId, from: "approved" });
  if (!done.ok) throw new Error(done.error);
  expect(await ownReport(receipt)).toMatchObject({ outcome: "upheld" });
  await undoDecisions(actor, { events: [done.event] });
  expect(await ownReport(receipt)).toMatchObject({ outcome: null });
  const again = await rejectComment(actor, { id: commentId, from: "approved" });
  if (!again.ok) throw new Error(again.error);
  // Reported anew before the first decision is taken back: both reports are one case then.
  await privateDb.reportCase.create({ data: { commentId, isIllegal: false } });
  await undoDecisions(actor, { events: [again.event] });
  expect(await ownReport(receipt)).toMatchObject({ outcome: null });
  expect(await privateDb.reportCase.count({ where: { commentId } })).toBe(1);
});

test("to let a reply wait again decides nothing of its reports; a person's approval then does", async () => {
  const actor = await makeUser({ role: "moderator" });
  const commentId = await publicReply();
  const { receipt } = await report(commentId);
  await unapproveComment(actor, { id: commentId, from: "approved" });
  expect(await ownReport(receipt)).toMatchObject({ outcome: null });
  await approveComment(actor, { id: commentId });
  expect(await ownReport(receipt)).toMatchObject({ outcome: "dismissed" });
});

test("a reply that its author takes back closes its reports", async () => {
  const commentId = await publicReply();
  const { receipt } = await report(commentId);
  await withdrawComment(receiptKey(commentId));
  expect(await ownReport(receipt)).toMatchObject({ outcome: "withdrawn" });
});

test("who gave an address is told that the report arrived and what was decided, once, and nothing that was taken back", async () => {
  const actor = await makeUser({ role: "moderator" });
  const commentId = await publicReply();
  const { id, receipt } = await report(commentId, notice("ada@example.org"));
  await report(commentId);
  await mailReportReceived({ reportId: id });
  expect(mailed()).toHaveLength(1);
  expect(mailed()[0]).toMatch(/To: ada@example.org[\s\S]*has arrived/);
  expect(mailed()[0]).toContain(`/receipts/report/${receipt}`);
  const early = await dismissReports(actor, { id: commentId });
  if (!early.ok) throw new Error(early.error);
  const { id: caseId } = await privateDb.reportCase.findFirstOrThrow({ where: { commentId } });
  await undoDecisions(actor, { events: [early.event] });
  const done = await rejectComment(actor, { id: commentId, from: "approved" });
  if (!done.ok) throw new Error(done.error);
  await mailReportDecided({ caseId, eventId: early.event });
  expect(mailed()).toHaveLength(1);
  await mailReportDecided({ caseId, eventId: done.event });
  await mailReportDecided({ caseId, eventId: done.event });
  expect(mailed()).toHaveLength(2);
  expect(mailed().join("")).toMatch(/followed your report and\s+removed\s+the\s+reply/);
  expect(mailed().join(""), "nothing that a reader wrote").not.toMatch(/Section 130|Thank you\.|Grace/);
});

test("whose report was not followed is told what they can do against it", async () => {
  const commentId = await publicReply();
  await report(commentId, notice("grace@example.org"));
  const done = await dismissReports(await makeUser({ role: "moderator" }), { id: commentId });
  if (!done.ok) throw new Error(done.error);
  const { id: caseId } = await privateDb.reportCase.findFirstOrThrow({ where: { commentId } });
  await mailReportDecided({ caseId, eventId: done.event });
  expect(
    mailed()
      .join("")
      .replace(/=\r?\n/g, ""),
  ).toMatch(/left it on the page[\s\S]*dispute\s+settlement\s+body/);
});

test("the words and the address of a report are forgotten when nobody can complain any more, its network after days", async () => {
  const actor = await makeUser({ role: "moderator" });
  const commentId = await publicReply();
  const [{ id }, open] = [await report(commentId, notice()), await report(await publicReply(), notice())];
  await dismissReports(actor, { id: commentId });
  await forgetReporterNetworks(7, new Date(Date.now() + 7.01 * 86_400_000));
  expect(await privateDb.reportContact.findUniqueOrThrow({ where: { reportId: id } })).toMatchObject({ ipPrefix: null, name: "Grace" });
  const after = (days: number) => new Date(Date.now() + days * 86_400_000);
  await forgetReporters(after(COMPLAINT_DAYS - 0.01));
  expect(await privateDb.reportContact.count({ where: { reportId: id } })).toBe(1);
  await forgetReporters(after(COMPLAINT_DAYS + 0.01));
  expect(await privateDb.reportContact.count({ where: { reportId: id } })).toBe(0);
  expect(await privateDb.report.findUniqueOrThrow({ where: { id } })).toMatchObject({ reason: "illegal", explanation: null });
  expect(await privateDb.reportContact.count({ where: { reportId: open.id } }), "what is open is kept").toBe(1);
});

test("under an address its reports are handed out, and forgotten, too", async () => {
  const email = `${newId()}@example.org`;
  const { id } = await report(await publicReply(), notice(email));
  const key = addressKey(emailDigest(email), new Date());
  expect(await dataOfAddress(key, new Date())).toMatchObject({
    reports: [{ reason: "illegal", explanation: "Section 130 of the code.", name: "Grace" }],
  });
  await eraseAddress(key, new Date());
  expect(await privateDb.report.findUniqueOrThrow({ where: { id }, include: { contact: true } })).toMatchObject({
    explanation: null,
    contact: null,
  });
});
