import fs from "node:fs";
import path from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { config, provide } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { forgetMails } from "@/lib/mail/forget";
import { mailbox } from "@/lib/mail/newsroom";
import { sendMail } from "@/lib/mail/send";
import { showMail } from "@/lib/mail/show";
import { makeUser } from "@/lib/testing/make";

const folder = path.join(config().DATA_DIR, "mail");
const file = (id: string) => path.join(folder, `${id}.eml`);
const letter = { lang: "en", greeting: "Hello,", paragraphs: ["Grüße"], footer: "Bye" };
const write = (id: string) => sendMail({ id, to: "reader@example.org", from: "Leserbrief", subject: `Über ${id}`, letter });
const DAY = 86_400_000;

beforeEach(async () => {
  await privateDb.mail.deleteMany();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function listed(after?: string) {
  const box = await mailbox(await makeUser({ role: "administrator" }), { after });
  if (!box.ok) throw new Error(box.error);
  return box;
}

test("an administrator sees what was written, whom it went to masked, and the newest first", async () => {
  await write("receipt.1");
  await write("comment.2");
  const { isSent, mails } = await listed();
  expect(isSent).toBe(false);
  expect(mails.map(({ id, kind, state, kept }) => ({ id, kind, state, kept }))).toEqual([
    { id: "comment.2", kind: "comment", state: "sent", kept: { subject: "Über comment.2", to: "r…@e….org" } },
    { id: "receipt.1", kind: "receipt", state: "sent", kept: { subject: "Über receipt.1", to: "r…@e….org" } },
  ]);
});

test("each page goes on where the last one ended, also among mails of one millisecond", async () => {
  const createdAt = new Date();
  const ids = Array.from({ length: 60 }, (_, at) => `receipt.${String(at).padStart(2, "0")}`);
  await privateDb.mail.createMany({ data: ids.map((id) => ({ id, createdAt, state: "failed" as const })) });
  const seen: string[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const { mails, next } = await listed(after);
    seen.push(...mails.map(({ id }) => id));
    after = next;
  }
  expect(seen).toEqual(ids.toReversed());
});

test.each([["editor"], ["moderator"], ["author"]] as const)("what was mailed is nothing for an %s", async (role) => {
  await write("receipt.1");
  const actor = await makeUser({ role });
  expect(await mailbox(actor, {})).toEqual({ ok: false, error: "forbidden" });
  expect(await showMail(actor, { id: "receipt.1" })).toEqual({ ok: false, error: "forbidden" });
});

test("who reads a mail stands in the ledger", async () => {
  const ada = await makeUser({ role: "administrator" });
  await write("receipt.1");
  expect(await showMail(ada, { id: "receipt.1" })).toMatchObject({
    ok: true,
    mail: { to: "reader@example.org", text: expect.stringContaining("Grüße") as unknown },
  });
  const rows = await privateDb.auditEvent.findMany({
    where: { subjectType: "mail" },
    select: { act: true, actorId: true, subjectId: true },
  });
  expect(rows).toEqual([{ act: "mail.show", actorId: ada.id, subjectId: "receipt.1" }]);
});

test.each(["../secret", "..", "/etc/passwd", "a/../../secret", "%2e%2e", "", "receipt.1\u0000"])("%j shows no file", async (id) => {
  fs.writeFileSync(path.join(config().DATA_DIR, "secret.eml"), "Subject: secret\n\nsecret");
  expect(await showMail(await makeUser({ role: "administrator" }), { id })).toMatchObject({ ok: false, error: "invalid" });
});

test("a file that the ledger does not know is not shown", async () => {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(file("stray"), "Subject: stray\n\nstray");
  expect(await showMail(await makeUser({ role: "administrator" }), { id: "stray" })).toEqual({ ok: false, error: "notFound" });
});

test("a file that is gone, broken, a folder or far too large takes no other from the list", async () => {
  for (const name of ["gone", "broken", "folder", "large", "well"]) await write(`receipt.${name}`);
  fs.rmSync(file("receipt.gone"));
  fs.writeFileSync(file("receipt.broken"), Buffer.from([0, 255, 10, 13, 128, 61, 63]));
  fs.rmSync(file("receipt.folder"));
  fs.mkdirSync(file("receipt.folder"));
  fs.truncateSync(file("receipt.large"), 30_000_000);
  const kept = Object.fromEntries((await listed()).mails.map((mail) => [mail.id, mail.kept]));
  expect(kept["receipt.well"]).toEqual({ subject: "Über receipt.well", to: "r…@e….org" });
  expect(kept["receipt.broken"]?.to ?? "").toBe("");
  expect([kept["receipt.gone"], kept["receipt.folder"], kept["receipt.large"]]).toEqual([null, null, null]);
});

test("with a mail server the list tells states and codes, and of an offer that ended nowhere that nobody knows", async () => {
  await write("receipt.1");
  await privateDb.mail.createMany({
    data: [
      { id: "comment.refused", state: "failed", failure: "EENVELOPE 550" },
      { id: "comment.now", state: "sending" },
      { id: "comment.silent", state: "sending", failure: "ECONNECTION" },
      { id: "comment.died", state: "sending", createdAt: new Date(Date.now() - 600_000) },
    ],
  });
  vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:1");
  provide({});
  const { isSent, mails } = await listed();
  vi.unstubAllEnvs();
  provide({});
  expect(isSent).toBe(true);
  expect(Object.fromEntries(mails.map(({ id, state }) => [id, state]))).toEqual({
    "receipt.1": "sent",
    "comment.refused": "failed",
    "comment.now": "sending",
    "comment.silent": "unanswered",
    "comment.died": "unanswered",
  });
  expect(mails.every(({ kept }) => kept === null)).toBe(true);
});

test("a mail's file goes after fourteen days, its row after thirty; nothing else in the folder is touched", async () => {
  for (const id of ["receipt.old", "receipt.new", "receipt.half"]) await write(id);
  fs.renameSync(file("receipt.half"), `${file("receipt.half")}.part`);
  fs.writeFileSync(path.join(folder, "notes.txt"), "mine");
  const then = new Date(Date.now() - 15 * DAY);
  for (const name of ["receipt.old.eml", "receipt.half.eml.part", "notes.txt"]) fs.utimesSync(path.join(folder, name), then, then);
  expect(await forgetMails()).toEqual({ files: 2, rows: 0 });
  expect(fs.readdirSync(folder).sort()).toEqual(["notes.txt", "receipt.new.eml"]);
  expect((await listed()).mails.find(({ id }) => id === "receipt.old")?.kept).toBeNull();
  expect(await forgetMails(new Date(Date.now() + 31 * DAY))).toEqual({ files: 1, rows: 3 });
});

test("where no mail was ever written, there is nothing to remove", async () => {
  expect(await forgetMails()).toEqual({ files: 0, rows: 0 });
});
