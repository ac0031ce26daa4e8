import fs from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { sealContact } from "@/lib/comments/contact";
import { approveComment, markCommentAsSpam, rejectComment, type Decision } from "@/lib/comments/moderate";
import { ownReply } from "@/lib/comments/own";
import { textVersion } from "@/lib/comments/policy";
import { receiptKey } from "@/lib/comments/receipt";
import { editAsStaff } from "@/lib/comments/staff-edit";
import { undoDecisions } from "@/lib/comments/undo";
import { config } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { mailStatement } from "@/lib/mail/statement";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const folder = () => path.join(config().DATA_DIR, "mail");
const mails = () => (fs.existsSync(folder()) ? fs.readdirSync(folder()).length : 0);
afterEach(() => fs.rmSync(folder(), { recursive: true, force: true }));

const [WHOLE, CUT] = ["Ask Mr Smith, Elm Street 3.", "Ask Mr Smith."];

/** A public reply, and how the jobs that mail its statements run. */
async function reply() {
  const { id: postId } = await makePost({ status: "published" });
  const contact = { create: sealContact("ada@example.org", { ip: "192.0.2.46", agent: "test" }) };
  const { id } = await makeComment({ postId, body: WHOLE, status: "approved", contact });
  const staff = await makeUser({ role: "moderator", signsIn: true });
  const edit = async (body: string, kind: string) => {
    const { editedAt } = await privateDb.comment.findUniqueOrThrow({ where: { id } });
    return event(await editAsStaff(staff, { id, from: "approved", seen: textVersion(editedAt), body, kind }));
  };
  const undo = (undone: string) => undoDecisions(staff, { events: [undone] });
  /** Runs those that are due now, or in so many minutes, as the queue does: each once. */
  const due = async (minutes: number) => {
    const jobs = await privateDb.$queryRaw<{ id: string; data: { statementId: string } }[]>`
      select id::text as id, data from pgboss.job where name = 'mail.statement' and state = 'created'
        and (data ->> 'statementId')::uuid in (select id from statement where comment_id = ${id}::uuid)
        and start_after < now() + make_interval(mins => ${minutes})`;
    for (const job of jobs) {
      await mailStatement(job.data);
      await privateDb.$executeRaw`delete from pgboss.job where id = ${job.id}::uuid`;
    }
  };
  return { id, key: receiptKey(id), staff, edit, undo, due };
}

function event(done: { ok: true; event: string } | Exclude<Decision, { ok: true }>): string {
  if (!done.ok) throw new Error(done.error);
  return done.event;
}

test.each([
  ["published", approveComment],
  ["called spam", markCommentAsSpam],
] as const)("reasons that were due while the reply was %s are mailed once that is taken back, and once only", async (_, act) => {
  const { id, staff, undo, due } = await reply();
  event(await rejectComment(staff, { id, from: "approved", reason: "Off topic." }));
  const second = event(await act(staff, { id, from: "rejected" }));
  await due(6);
  expect(mails(), "they did not hold then").toBe(0);
  expect(await undo(second)).toMatchObject({ decided: [{ ok: true, to: "rejected" }] });
  await due(1);
  expect(mails(), "the decision can still be taken back").toBe(0);
  await due(6);
  expect(mails()).toBe(1);
  await undo(event(await approveComment(staff, { id, from: "rejected" })));
  await due(6);
  expect(mails()).toBe(1);
});

test("so are those of what was put back meanwhile and is out again; what was mailed in time is not mailed anew", async () => {
  const { id, edit, undo, due } = await reply();
  await edit(CUT, "guidelines");
  const restoration = await edit(WHOLE, "restoration");
  await due(6);
  expect(mails()).toBe(0);
  await undo(restoration);
  await due(1);
  expect(mails(), "the cut can still be taken back").toBe(0);
  await due(6);
  expect(mails()).toBe(1);
  await privateDb.statement.updateMany({ where: { commentId: id }, data: { createdAt: new Date(Date.now() - 6 * 60_000) } });
  await undo(await edit(WHOLE, "restoration"));
  await due(6);
  expect(mails(), "once").toBe(1);
});

test("so are those whose mail could not be sent in time, and was tried again while they did not hold", async () => {
  const { id, staff, undo, due } = await reply();
  event(await rejectComment(staff, { id, from: "approved", reason: "Off topic." }));
  await privateDb.statement.updateMany({ where: { commentId: id }, data: { createdAt: new Date(Date.now() - 60 * 60_000) } });
  const mistaken = event(await approveComment(staff, { id, from: "rejected" }));
  await due(6);
  await undo(mistaken);
  await due(1);
  expect(mails()).toBe(1);
});

test("what took a decision back is not taken back itself: nothing is restricted without its reasons", async () => {
  const { id, key, staff, undo } = await reply();
  const undone = await undo(event(await rejectComment(staff, { id, from: "approved" })));
  const [decision] = undone.ok ? undone.decided : [];
  expect(await undo(decision?.ok ? decision.event : "")).toMatchObject({ decided: [{ ok: false, error: "wrongStatus" }] });
  expect(await privateDb.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "approved" });
  event(await rejectComment(staff, { id, from: "approved" }));
  expect((await ownReply(key))?.statements).toMatchObject([{ to: "rejected" }]);
});
