import fs from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { allowMail } from "@/lib/comments/mail/allow";
import { askTrusted } from "@/lib/comments/mail/ask-trusted";
import { confirmComment } from "@/lib/comments/mail/confirm";
import { emailDigest, sealContact } from "@/lib/comments/contact";
import { addressOfKey, commentOfConfirmation, confirmKey, refuseKey } from "@/lib/comments/mail/key";
import { commentOfReceipt, receiptKey } from "@/lib/comments/receipt";
import { refuseMail } from "@/lib/comments/mail/refuse";
import { subscribe } from "@/lib/comments/mail/subscribe";
import { unsubscribe } from "@/lib/comments/mail/unsubscribe";
import { withdrawComment } from "@/lib/comments/withdraw";
import { config, provide } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { mailAnswered } from "@/lib/mail/answered";
import { mailConfirmation } from "@/lib/mail/confirmation";
import { mailOwnReplies } from "@/lib/mail/own-replies";
import { mailPublished } from "@/lib/mail/published";
import { mailReceiptLink } from "@/lib/mail/receipt-link";
import { makeComment, makePost } from "@/lib/testing/make";

const folder = () => path.join(config().DATA_DIR, "mail");
const mails = () => (fs.existsSync(folder()) ? fs.readdirSync(folder()) : []);
const only = () => fs.readFileSync(path.join(folder(), mails()[0] ?? "none"), "utf8");
const linkIn = (mail: string, below: string) => new RegExp(`http://localhost:3000${below}([\\w-]+)`).exec(mail)?.[1] ?? "";
const reader = { ip: "192.0.2.30", agent: "test" };

afterEach(() => fs.rmSync(folder(), { recursive: true, force: true }));

async function made(given: { status?: "approved"; email?: string; parentId?: string; postId?: string; name?: string } = {}) {
  const { email = `${newId()}@example.org`, parentId, ...rest } = given;
  const postId = rest.postId ?? (await makePost({ status: "published", title: "Brücken <3" })).id;
  const thread = parentId ? { parentId, rootId: parentId, depth: 1 } : {};
  const { id } = await makeComment({
    ...rest,
    ...thread,
    postId,
    body: "My *text*\nin two lines",
    contact: { create: sealContact(email, reader) },
  });
  return { id, email, postId, key: receiptKey(id) };
}

/** A public comment whose author follows it, by a confirmed link. */
async function followed(kind: "published" | "answered") {
  const comment = await made({ status: "approved" });
  await subscribe(reader, comment.key, { [kind]: "yes" });
  await confirmComment(confirmKey(comment.id));
  const { id: subscriptionId } = await privateDb.subscription.findFirstOrThrow({ where: { commentId: comment.id } });
  return { ...comment, subscriptionId };
}

test("a receipt's link is mailed to the address that the reply came under", async () => {
  const { id, email } = await made();
  await mailReceiptLink({ commentId: id, requestId: newId() });
  expect(only()).toContain(`To: ${email}`);
  expect(only()).toContain("Brücken &lt;3");
  expect(commentOfReceipt(linkIn(only(), "/receipts/"))).toBe(id);
});

test("the mail that asks whether a reply is yours names what was asked for, and holds none of its text", async () => {
  const { id, key } = await made();
  await subscribe(reader, key, { answered: "yes" });
  await mailConfirmation({ commentId: id, requestId: newId() });
  expect(commentOfConfirmation(linkIn(only(), "/receipts/confirm/"))).toBe(id);
  expect(only()).toContain("when somebody answers it");
  expect(only()).not.toContain("My *text*");
  expect(only(), "the receipt is opened by the button alone").not.toContain(key);
});

test("a link to everything under an address opens that address's", async () => {
  const { id, email } = await made();
  await mailOwnReplies({ commentId: id, requestId: newId() });
  const { emailHash } = await privateDb.commentContact.findUniqueOrThrow({ where: { commentId: id } });
  expect(only()).toContain(`To: ${email}`);
  expect(addressOfKey(linkIn(only(), "/receipts/address/"), new Date())).toEqual(Buffer.from(emailHash));
  fs.rmSync(folder(), { recursive: true });
  await mailOwnReplies({ commentId: newId(), requestId: newId() });
  expect(mails(), "of an address that nobody has").toEqual([]);
});

test("that a reply is published is told once, while it is, with two ways out", async () => {
  const { id, subscriptionId } = await followed("published");
  const payload = { subscriptionId, commentId: id };
  await privateDb.comment.update({ where: { id }, data: { status: "spam" } });
  await mailPublished(payload);
  expect(mails(), "taken back before the job ran").toEqual([]);
  await privateDb.comment.update({ where: { id }, data: { status: "approved" } });
  await mailPublished(payload);
  await mailPublished(payload);
  expect(mails()).toEqual([`published.${subscriptionId}.eml`]);
  const oneClick = linkIn(only(), "/api/receipts/unsubscribe/");
  expect(only()).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(linkIn(only(), "/receipts/unsubscribe/")).toBe(oneClick);
  expect(await unsubscribe(oneClick)).toEqual({ ok: true });
});

test("an answer is told with its name and text, of others only, and never once it was ended", async () => {
  const { id, postId, email, subscriptionId } = await followed("answered");
  const answer = await made({ status: "approved", postId, parentId: id, name: "Linus" });
  const own = await made({ status: "approved", postId, parentId: id, email: email.toUpperCase() });
  const waiting = await made({ postId, parentId: id });
  const gone = await made({ status: "approved", postId, parentId: id });
  await withdrawComment(gone.key);
  for (const { id: commentId } of [own, waiting, gone]) await mailAnswered({ subscriptionId, commentId });
  expect(mails()).toEqual([]);
  await mailAnswered({ subscriptionId, commentId: answer.id });
  expect(mails()).toEqual([`answered.${subscriptionId}.${answer.id}.eml`]);
  expect(only()).toContain("Linus");
  expect(only()).toContain("> My *text*\n> in two lines");
  expect(only()).not.toContain(answer.email);
  fs.rmSync(folder(), { recursive: true });
  await privateDb.subscription.update({ where: { id: subscriptionId }, data: { endedAt: new Date() } });
  const later = await made({ status: "approved", postId, parentId: id });
  await mailAnswered({ subscriptionId, commentId: later.id });
  expect(mails()).toEqual([]);
});

test("what was taken back gets no mail any more", async () => {
  const { id, key } = await made();
  await withdrawComment(key);
  await mailReceiptLink({ commentId: id, requestId: newId() });
  await mailConfirmation({ commentId: id, requestId: newId() });
  await mailOwnReplies({ commentId: id, requestId: newId() });
  expect(mails()).toEqual([]);
});

test.each([
  ["a receipt's link", mailReceiptLink],
  ["a question whether a reply is theirs", mailConfirmation],
  ["a link to everything under an address", mailOwnReplies],
])("%s may come to who never asked: it has two ways out of all mail, until its owner allows it again", async (_, mailIt) => {
  const { id, email } = await made();
  await mailIt({ commentId: id, requestId: newId() });
  const oneClick = linkIn(only(), "/api/receipts/no-mail/");
  expect(only()).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(only().split("\n")).toContain(`No more mail to this address: http://localhost:3000/receipts/no-mail/${oneClick}`);
  fs.rmSync(folder(), { recursive: true });
  for (let times = 0; times < 2; times++) expect(await refuseMail(oneClick)).toEqual({ ok: true });
  const { id: later } = await made({ email: email.toUpperCase() });
  for (const commentId of [id, later]) await mailIt({ commentId, requestId: newId() });
  expect(mails()).toEqual([]);
  await mailIt({ commentId: (await made()).id, requestId: newId() });
  expect(mails(), "to another address").toHaveLength(1);
  expect(await allowMail(oneClick)).toEqual({ ok: true });
  await mailIt({ commentId: later, requestId: newId() });
  expect(mails()).toHaveLength(2);
});

test("an address that refuses mail is told no news that it had asked for, until it allows mail again", async () => {
  const { id, email, subscriptionId } = await followed("published");
  const key = refuseKey(emailDigest(email));
  await refuseMail(key);
  await mailPublished({ subscriptionId, commentId: id });
  expect(mails()).toEqual([]);
  await allowMail(key);
  await mailPublished({ subscriptionId, commentId: id });
  expect(mails()).toEqual([`published.${subscriptionId}.eml`]);
});

/** The mails that are to go out to ask whether these comments are theirs. */
async function confirmations(commentIds: string[]): Promise<number> {
  const [row] = await privateDb.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pgboss.job where name = 'mail.confirm' and data ->> 'commentId' = any(${commentIds})`;
  return row?.count ?? -1;
}

test("only who is known and trusted is asked for a confirmation unasked, five times a day", async () => {
  const { email, id } = await made({ status: "approved" });
  const stranger = await made();
  const unproven = await made({ email });
  for (const { id: commentId } of [stranger, unproven]) await askTrusted({ commentId });
  expect(await confirmations([stranger.id, unproven.id])).toBe(0);
  await confirmComment(confirmKey(id));
  const later: string[] = [];
  for (let nth = 0; nth < 7; nth++) later.push((await made({ email })).id);
  for (const commentId of later) await askTrusted({ commentId });
  expect(await confirmations(later)).toBe(5);
  const { id: asked, key } = await made({ email });
  await subscribe(reader, key, { answered: "yes" });
  expect(await confirmations([asked]), "what its owner asks for is counted apart").toBe(1);
});

test("an address of which no link was opened is mailed three a day, whoever types it; once one is, the others follow, and more a day", async () => {
  const email = `${newId()}@example.org`;
  const awaiting = async () => {
    const { id } = await made({ email });
    await privateDb.comment.update({ where: { id }, data: { awaitsProof: true } });
    return id;
  };
  const ids = [await awaiting(), await awaiting(), await awaiting(), await awaiting(), await awaiting()] as const;
  for (const commentId of ids) await askTrusted({ commentId });
  const [first, second, , ...held] = ids;
  expect([await confirmations([...ids]), await confirmations(held)]).toEqual([3, 0]);
  await confirmComment(confirmKey(first));
  const due = await privateDb.$queryRaw<{ id: string }[]>`
    select data ->> 'commentId' as id from pgboss.job where name = 'mail.confirmTrusted' and data ->> 'commentId' = any(${[...ids]})`;
  expect(due.map(({ id }) => id).sort()).toEqual(ids.slice(1).sort());
  for (const { id: commentId } of due) await askTrusted({ commentId });
  expect(await confirmations(held)).toBe(2);
  for (let times = 0; times < 2; times++) await mailConfirmation({ commentId: second, requestId: second });
  expect(mails(), "none is mailed twice").toHaveLength(1);
  const later = [await awaiting(), await awaiting(), await awaiting(), await awaiting()];
  for (const commentId of later) await askTrusted({ commentId });
  expect(await confirmations(later)).toBe(4);
});

test("a mail server that is away takes none of the day's mails from who is trusted", async () => {
  const { email, id } = await made({ status: "approved" });
  await confirmComment(confirmKey(id));
  const { id: first } = await made({ email });
  await askTrusted({ commentId: first });
  vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:1");
  provide({});
  for (let tries = 0; tries < 9; tries++) await expect(mailConfirmation({ commentId: first, requestId: first })).rejects.toThrow();
  vi.unstubAllEnvs();
  provide({});
  await mailConfirmation({ commentId: first, requestId: first });
  expect(mails()).toEqual([`confirm.${first}.eml`]);
  const { id: second } = await made({ email });
  await askTrusted({ commentId: second });
  expect(await confirmations([second])).toBe(1);
});

test("the mails to readers speak the site's language", async () => {
  await privateDb.setting.create({ data: { key: "locale", value: "de", isPublic: true } });
  const { id } = await made();
  await mailConfirmation({ commentId: id, requestId: newId() });
  expect(only()).toContain("Bestätigen");
  await privateDb.setting.delete({ where: { key: "locale" } });
});

test("mails about a reply speak the post's language where the settings say so; those about several replies the site's", async () => {
  const key = "interfaceFollowsPost";
  await privateDb.setting.create({ data: { key, value: true, isPublic: true } });
  const { id: postId } = await makePost({ status: "published", lang: "de" });
  const { id } = await made({ postId });
  await mailConfirmation({ commentId: id, requestId: newId() });
  expect(only()).toContain('<html lang="de">');
  expect(only()).toContain("Bestätigen");
  fs.rmSync(folder(), { recursive: true });
  await mailOwnReplies({ commentId: id, requestId: newId() });
  expect(only()).toContain('<html lang="en">');
  await privateDb.setting.delete({ where: { key } });
});
