import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import { sealContact } from "@/lib/comments/contact";
import { textVersion } from "@/lib/comments/policy";
import { editAsStaff } from "@/lib/comments/staff-edit";
import { undoDecisions } from "@/lib/comments/undo";
import { config } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { mailReportDecided } from "@/lib/mail/report-decided";
import { reportedReplies } from "@/lib/reports/newsroom";
import { newReportKey, ownReport } from "@/lib/reports/own";
import { reportComment } from "@/lib/reports/report";
import { heardDuring } from "@/lib/testing/heard";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

let senders = 0;

/** A public reply that a reader reported. */
async function reported() {
  const { id: postId } = await makePost({ status: "published" });
  const contact = { create: sealContact("ada@example.org", { ip: "192.0.2.47", agent: "test" }) };
  const { id } = await makeComment({ postId, body: "Ask Mr Smith, the crook.", status: "approved", contact });
  const actor = await makeUser({ role: "moderator" });
  const typed = { key: newReportKey(id), reason: "insult", email: "grace@example.org", name: "Grace", goodFaith: "on" };
  const sent = await reportComment({ ip: `2001:db8:cc:${++senders}::7`, agent: "test" }, typed);
  if (!sent.ok) throw new Error(sent.error);
  /** How many reports each change answered. */
  const answered: (number | undefined)[] = [];
  const change = async (kind: string, body = "Ask Mr Smith.", answers = true) => {
    const { editedAt } = await privateDb.comment.findUniqueOrThrow({ where: { id } });
    const done = await editAsStaff(actor, { id, from: "approved", seen: textVersion(editedAt), body, kind, answers });
    if (!done.ok) throw new Error(done.error);
    answered.push(done.reports);
    return done.event;
  };
  const outcome = async () => (await ownReport(sent.receipt))?.outcome ?? null;
  const isAtDesk = async () => {
    const listed = await reportedReplies(actor, {});
    return listed.ok && listed.reported.some(({ comment }) => comment.id === id);
  };
  return { id, actor, change, answered, outcome, isAtDesk };
}

test("to take out a part of a reply can answer its reports, and says so to open desks; an undo opens both again", async () => {
  const { id, actor, change, outcome, isAtDesk } = await reported();
  let event = "";
  expect(
    await heardDuring(async () => {
      event = await change("guidelines");
    }),
  ).toContain(tags.settled(id, actor.id));
  expect([await outcome(), await isAtDesk()]).toEqual(["upheld", false]);
  expect(await privateDb.statement.findUniqueOrThrow({ where: { eventId: event } })).toMatchObject({ wasReported: true });
  const heard = await heardDuring(() => undoDecisions(actor, { events: [event] }));
  expect(heard).toContain(tags.opened(id));
  expect([await outcome(), await isAtDesk()]).toEqual([null, true]);
});

test("whoever takes something out hears how many reports that answered, also where the button was pressed twice", async () => {
  const { id, change, answered } = await reported();
  const typed = { key: newReportKey(id), reason: "other" };
  expect(await reportComment({ ip: `2001:db8:cc:${++senders}::7`, agent: "test" }, typed)).toMatchObject({ ok: true });
  await change("correction", "Ask Mr. Smith, the crook.", false);
  const event = await change("guidelines");
  expect(await change("guidelines")).toBe(event);
  await change("guidelines", "Ask.");
  expect(answered).toEqual([0, 2, 2, 0]);
});

test("what is taken out by somebody who does not answer the reports leaves them open, and says nothing of them", async () => {
  const { id, actor, change, outcome, isAtDesk } = await reported();
  let event = "";
  const heard = await heardDuring(async () => {
    event = await change("guidelines", "Ask.", false);
  });
  expect(heard).not.toContain(tags.settled(id, actor.id));
  expect([await outcome(), await isAtDesk()]).toEqual([null, true]);
  expect(await privateDb.statement.findUniqueOrThrow({ where: { eventId: event } })).toMatchObject({ wasReported: false });
});

test("mended spelling answers nobody and cannot; what was not reported is not settled", async () => {
  const { id, change, outcome, actor } = await reported();
  const mended = { id, from: "approved", seen: "", body: "Ask Mr Smith, a crook.", kind: "correction", answers: true };
  expect(await editAsStaff(actor, mended)).toMatchObject({ fields: { answers: ["invalidChoice"] } });
  await change("correction", "Ask Mr Smith, a crook.", false);
  expect(await outcome()).toBeNull();
  await change("guidelines", "Ask.");
  const heard = await heardDuring(async () => {
    const event = await change("guidelines", "A.");
    await undoDecisions(actor, { events: [event] });
  });
  expect(heard.filter((tag) => /^(opened|settled):/.test(tag))).toEqual([]);
  expect(await outcome(), "the first cut's answer stays").toBe("upheld");
});

test("who reported is told by mail what is true of a cut, too", async () => {
  const { id, change } = await reported();
  const eventId = await change("guidelines");
  const { id: caseId } = await privateDb.reportCase.findFirstOrThrow({ where: { commentId: id } });
  const folder = path.join(config().DATA_DIR, "mail");
  fs.rmSync(folder, { recursive: true, force: true });
  await mailReportDecided({ caseId, eventId });
  const mails = fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), "utf8"));
  fs.rmSync(folder, { recursive: true, force: true });
  expect(mails).toHaveLength(1);
  expect(mails[0]?.replace(/\s+/g, " ")).toContain("no longer shown, or no longer shown as it was");
});
