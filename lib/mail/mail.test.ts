import fs from "node:fs";
import path from "node:path";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test, vi } from "vitest";
import { config } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { mailCommentReceived } from "@/lib/mail/comment-received";
import { mailInvitation } from "@/lib/mail/invitation";
import { mailPasswordReset } from "@/lib/mail/password-reset";
import { sendMail } from "@/lib/mail/send";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";
import { inviteUser } from "@/lib/users/invite";
import { linkOwner } from "@/lib/users/own";

const folder = () => path.join(config().DATA_DIR, "mail");
const mails = () => (fs.existsSync(folder()) ? fs.readdirSync(folder()) : []);

afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(folder(), { recursive: true, force: true });
});

async function invited(email: string) {
  const result = await inviteUser(await makeUser({ role: "administrator" }), { email, role: "author" });
  if (!result.ok) throw new Error(result.error);
  return { key: result.key, tokenId: result.key.split(".")[0] ?? "" };
}

test("without SMTP_URL an invitation is a file that its owner alone may read; its link opens the invitation", async () => {
  const { key, tokenId } = await invited("grace@example.org");
  await mailInvitation({ tokenId });
  await mailInvitation({ tokenId });
  const file = path.join(folder(), `invitation.${tokenId}.eml`);
  expect(mails()).toEqual([path.basename(file)]);
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  expect(fs.statSync(folder()).mode & 0o777).toBe(0o700);
  const text = fs.readFileSync(file, "utf8");
  expect(text).toContain("To: grace@example.org");
  expect(text).toContain("Subject: Your invitation to Leserbrief");
  const link = /http:\/\/localhost:3000\/admin\/invitation\/(\S+)/.exec(text)?.[1] ?? "";
  expect(link).toBe(key);
  expect(await linkOwner("invitation", link)).toEqual({ email: "grace@example.org", role: "author" });
});

test("a link that was used, or that never was, is not sent", async () => {
  const { tokenId } = await invited("used@example.org");
  await privateDb.userToken.update({ where: { id: tokenId }, data: { usedAt: new Date() } });
  await mailInvitation({ tokenId });
  await mailPasswordReset({ tokenId: "01890000-0000-7000-8000-000000000000" });
  expect(mails()).toEqual([]);
});

test("the mails speak the site's language", async () => {
  await privateDb.setting.create({ data: { key: "locale", value: "de", isPublic: true } });
  const user = await makeUser({ name: "Jürgen <b>", email: "juergen@example.org" });
  const { id } = await privateDb.userToken.create({
    data: { userId: user.id, purpose: "password_reset", expiresAt: new Date(Date.now() + 60_000) },
  });
  await mailPasswordReset({ tokenId: id });
  const text = fs.readFileSync(path.join(folder(), `password-reset.${id}.eml`), "utf8");
  expect(text).toContain("Hallo Jürgen <b>,");
  expect(text).toContain("Jürgen &lt;b&gt;");
  expect(text).toContain("Neues Passwort wählen");
  await privateDb.setting.delete({ where: { key: "locale" } });
});

test("through SMTP_URL the mail goes to the mail server, with a Message-ID that stays the same", async () => {
  const taken: { to: string[]; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  vi.resetModules();
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${address.port}`);
  const fresh = await import("@/lib/mail/invitation");
  const { tokenId } = await invited("smtp@example.org");
  await fresh.mailInvitation({ tokenId });
  expect(taken).toHaveLength(1);
  expect(taken[0]?.to).toEqual(["smtp@example.org"]);
  expect(taken[0]?.text).toContain(`Message-ID: <invitation.${tokenId}@localhost>`);
  expect(mails()).toEqual([]);
  await new Promise<void>((resolve) => server.close(resolve));
  await expect(fresh.mailInvitation({ tokenId }), "a server that is away fails the job").rejects.toThrow("ECONNREFUSED");
});

test("a mail that somebody asked for is ended by one click in the mail program (RFC 8058)", async () => {
  const unsubscribe = `https://example.org/unsubscribe/${"k".repeat(90)}`;
  const letter = { lang: "en", greeting: "Hello,", paragraphs: ["News:"], quote: "One\n<Two>", footer: "Bye" };
  await sendMail({ id: "answer.1", to: "ada@example.org", from: "Leserbrief", subject: "An answer", letter, unsubscribe });
  const text = fs.readFileSync(path.join(folder(), "answer.1.eml"), "utf8");
  expect(text.split("\r\n")).toEqual(
    expect.arrayContaining([`List-Unsubscribe: <${unsubscribe}>`, "List-Unsubscribe-Post: List-Unsubscribe=One-Click"]),
  );
  expect(text).toContain("\n> One\n> <Two>\n");
  expect(text).toContain("&lt;Two&gt;</blockquote>");
});

test("moderators who can sign in are told of a waiting reply, once decided no more; nothing of the reader is in it", async () => {
  const { id } = await makeUser({ role: "moderator", email: "moderator@example.org", signsIn: true });
  await makeUser({ role: "moderator", email: "invited@example.org" });
  await makeUser({ role: "editor", signsIn: true });
  const post = await makePost({ status: "published", title: "Brücken" });
  const comment = await makeComment({ postId: post.id, name: "Secret Name", body: "Secret text" });
  await mailCommentReceived({ commentId: comment.id });
  expect(mails()).toEqual([`comment.${comment.id}.${id}.eml`]);
  const text = fs.readFileSync(path.join(folder(), mails()[0] ?? ""), "utf8");
  expect(text).toContain("Brücken");
  expect(text).not.toContain("Secret");
  fs.rmSync(folder(), { recursive: true });
  await privateDb.comment.update({ where: { id: comment.id }, data: { status: "approved", decidedAt: new Date() } });
  await mailCommentReceived({ commentId: comment.id });
  expect(mails()).toEqual([]);
});
