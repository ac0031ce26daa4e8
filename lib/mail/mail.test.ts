import fs from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { config, provide } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { mailCommentReceived } from "@/lib/mail/comment-received";
import { mailInvitation } from "@/lib/mail/invitation";
import { mailPasswordReset } from "@/lib/mail/password-reset";
import { startMailServer } from "@/lib/testing/mail-server";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";
import { inviteUser } from "@/lib/users/invite";
import { linkOwner } from "@/lib/users/own";

const folder = () => path.join(config().DATA_DIR, "mail");
const mails = () => (fs.existsSync(folder()) ? fs.readdirSync(folder()) : []);

afterEach(() => {
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

const waitingMails = () => mails().map((file) => fs.readFileSync(path.join(folder(), file), "utf8"));
const moderator = (email: string) => makeUser({ role: "moderator", email, signsIn: true });

test("moderators who can sign in are told how many replies wait; nothing of a reader is in it", async () => {
  const { id } = await moderator("moderator@example.org");
  await makeUser({ role: "moderator", email: "invited@example.org" });
  await makeUser({ role: "editor", signsIn: true });
  const { id: postId } = await makePost({ status: "published", title: "Secret title" });
  const first = await makeComment({ postId, name: "Secret Name", body: "Secret text" });
  await makeComment({ postId, website: "https://secret.example" });
  await mailCommentReceived({ commentId: first.id });
  expect(mails()).toEqual([`comment.${first.id}.${id}.eml`]);
  const [text] = waitingMails();
  expect(text).toContain("Subject: 2 replies are waiting at Leserbrief");
  expect(text).toContain("2 replies wait for your decision.");
  expect(text).toContain("http://localhost:3000/admin/comments?status=pending");
  expect(text).not.toMatch(/secret/i);
});

test("a job that is tried again tells nobody twice, and whoever cannot be reached holds up nobody", async () => {
  await privateDb.comment.deleteMany();
  const server = await startMailServer();
  vi.stubEnv("SMTP_URL", server.url);
  provide({});
  await moderator("second@example.org");
  const { id: commentId } = await makeComment({ postId: (await makePost({ status: "published" })).id });
  server.mood = { refuses: "recipient", code: 550, only: "moderator@example.org" };
  await expect(mailCommentReceived({ commentId })).rejects.toThrow("550");
  await expect(mailCommentReceived({ commentId })).rejects.toThrow("550");
  expect(server.taken.map(({ to }) => to)).toEqual(["second@example.org"]);
  server.mood = null;
  await mailCommentReceived({ commentId });
  expect(server.taken.map(({ to }) => to)).toEqual(["second@example.org", "moderator@example.org"]);
  expect(server.taken[1]?.mail.subject).toBe("A reply is waiting at Leserbrief");
  vi.unstubAllEnvs();
  provide({});
  await server.stop();
});

test("where everything that came since was decided, nobody is told, however much waited before", async () => {
  await privateDb.comment.deleteMany();
  const { id: postId } = await makePost({ status: "published" });
  await makeComment({ postId });
  const { id: commentId } = await makeComment({ postId });
  await privateDb.comment.update({ where: { id: commentId }, data: { status: "approved", decidedAt: new Date() } });
  await mailCommentReceived({ commentId });
  expect(mails()).toEqual([]);
  await makeComment({ postId });
  await mailCommentReceived({ commentId });
  expect(mails()).not.toEqual([]);
});
