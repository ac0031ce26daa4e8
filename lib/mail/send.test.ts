import fs from "node:fs";
import path from "node:path";
import PostalMime from "postal-mime";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { config, provide } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { claimMail, markUndelivered } from "@/lib/mail/ledger";
import { sendMail, type Mail } from "@/lib/mail/send";
import { startMailServer, type MailServer, type Mood } from "@/lib/testing/mail-server";

let server: MailServer;
let count = 0;
let mail: Mail;

beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  useMailServer(server.url);
  server.mood = null;
  server.taken.length = 0;
  const letter = {
    lang: "de",
    greeting: "Hallo Jörg <b>,",
    paragraphs: ["Grüße & Küsse ✉ 信"],
    quote: "Eins\n<script>alert(1)</script>",
    action: { label: "Öffnen", url: "https://example.org/x?a=1&b=2" },
    footer: "Die Redaktion",
  };
  mail = { id: `test.${++count}`, to: "reader@example.org", from: "Größe, „Leserbrief“", subject: "Ä 信 🙂".repeat(12), letter };
});
afterEach(() => {
  useMailServer("");
});

/** Settings are read once: `provide` lets them be read again. */
function useMailServer(url: string): void {
  vi.stubEnv("SMTP_URL", url);
  provide({});
}

const row = () => privateDb.mail.findUnique({ where: { id: mail.id }, select: { state: true, failure: true, sentAt: true } });

test("a mail arrives as text and as HTML, with its subject, sender and headers as they are", async () => {
  await sendMail({ ...mail, unsubscribe: `https://example.org/unsubscribe/${"k".repeat(90)}` });
  const [taken] = server.taken;
  expect(taken?.to).toBe("reader@example.org");
  expect(taken?.mail).toMatchObject({
    subject: mail.subject,
    from: { name: mail.from, address: "newsroom@example.org" },
    to: [{ address: "reader@example.org" }],
    messageId: `<${mail.id}@localhost>`,
  });
  expect(taken?.mail.text).toContain(
    "Hallo Jörg <b>,\n\nGrüße & Küsse ✉ 信\n\n> Eins\n> <script>alert(1)</script>\n\nÖffnen:\nhttps://example.org/x?a=1&b=2",
  );
  expect(taken?.mail.html).toContain("Hallo Jörg &lt;b&gt;,");
  expect(taken?.mail.html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(taken?.mail.html).toContain('href="https://example.org/x?a=1&amp;b=2"');
  const headers = new Map(taken?.mail.headers.map(({ key, value }) => [key, value]));
  expect(headers.get("auto-submitted")).toBe("auto-generated");
  expect(headers.get("list-unsubscribe")).toBe(`<https://example.org/unsubscribe/${"k".repeat(90)}>`);
  expect(headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  expect(Math.max(...(taken?.raw.split("\r\n") ?? []).map((line) => Buffer.byteLength(line))), "RFC 5322 §2.1.1").toBeLessThan(998);
  expect(await row()).toMatchObject({ state: "sent", failure: null });
});

test("however often its job runs, and in however many processes at once, a mail goes out once", async () => {
  const before = server.received();
  await Promise.all(Array.from({ length: 8 }, () => sendMail(mail)));
  await sendMail(mail);
  expect(server.received() - before).toBe(1);
});

test.each<[Mood, string]>([
  [{ refuses: "connection", code: 421 }, "421"],
  [{ refuses: "login", code: 535 }, "535"],
  [{ refuses: "sender", code: 451 }, "451"],
  [{ refuses: "recipient", code: 550 }, "550"],
  [{ refuses: "mail", code: 452 }, "452"],
  [{ refuses: "mail", code: 554 }, "554"],
  [{ hangsUp: "at the recipient" }, "ECONNECTION"],
])("a mail server with %j has not taken the mail: the job fails, and the next try sends it once", async (mood, code) => {
  server.mood = mood;
  await expect(sendMail(mail)).rejects.toThrow();
  await expect(sendMail(mail)).rejects.toThrow();
  expect(await row()).toMatchObject({ state: "failed", failure: expect.stringContaining(code) as unknown });
  expect(server.taken).toEqual([]);
  server.mood = null;
  await sendMail(mail);
  await sendMail(mail);
  expect(server.taken).toHaveLength(1);
  expect(await row()).toMatchObject({ state: "sent", failure: null });
});

test("a mail server that hangs up with the mail in its hands may have it: it is never sent again", async () => {
  server.mood = { hangsUp: "after the mail" };
  const before = server.received();
  await sendMail(mail);
  server.mood = null;
  await sendMail(mail);
  expect(server.received() - before).toBe(1);
  expect(await row()).toMatchObject({ state: "sending", failure: "ECONNECTION" });
});

test("a mail whose sender died with it in its hands is never sent again", async () => {
  expect(await claimMail(mail.id)).toBe(true);
  await sendMail(mail);
  expect(server.taken).toEqual([]);
});

test("while the mail server is away the job fails; once it is back, the mail is sent", async () => {
  const other = await startMailServer();
  await other.stop();
  useMailServer(other.url);
  await expect(sendMail(mail)).rejects.toThrow("ECONNREFUSED");
  expect(await row()).toMatchObject({ state: "failed", failure: "ESOCKET" });
  const back = await startMailServer(Number(new URL(other.url).port));
  await sendMail(mail);
  expect(back.taken).toHaveLength(1);
  await back.stop();
});

test("who could not reach the mail server does not take the mail from who just hands it over", async () => {
  await claimMail(mail.id);
  await markUndelivered(mail.id, "ESOCKET");
  expect(await row()).toMatchObject({ state: "sending", failure: null });
});

test("without a mail server a mail is a file, written once, and what it says is read back from it", async () => {
  useMailServer("");
  await sendMail(mail);
  const file = path.join(config().DATA_DIR, "mail", `${mail.id}.eml`);
  expect(await PostalMime.parse(fs.readFileSync(file))).toMatchObject({ subject: mail.subject, to: [{ address: mail.to }] });
  expect(await row()).toMatchObject({ state: "sent" });
  fs.rmSync(file);
  await sendMail(mail);
  expect(fs.existsSync(file)).toBe(false);
});

test.each(["Ada@example.org", "../x", "a/b", "", "x".repeat(300)])("an id like %j can be no mail's", async (id) => {
  await expect(sendMail({ ...mail, id })).rejects.toThrow();
  expect(server.taken).toEqual([]);
});
