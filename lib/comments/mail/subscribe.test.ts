import { expect, test } from "vitest";
import { emailDigest, sealContact } from "@/lib/comments/contact";
import { allowMail } from "@/lib/comments/mail/allow";
import { confirmComment } from "@/lib/comments/mail/confirm";
import { addressKey, confirmKey, endKey, refuseKey } from "@/lib/comments/mail/key";
import { repliesOfAddress } from "@/lib/comments/mail/own-address";
import { mailRefusal, mailsToEnd, replyToConfirm } from "@/lib/comments/mail/own-mailed";
import { refuseMail } from "@/lib/comments/mail/refuse";
import { mailReceipt, mailRepliesOfAddress, mailRepliesOfComment } from "@/lib/comments/mail/send-link";
import { subscribe } from "@/lib/comments/mail/subscribe";
import { unsubscribe } from "@/lib/comments/mail/unsubscribe";
import { approveComment } from "@/lib/comments/moderate";
import { ownReply } from "@/lib/comments/own";
import { dataOfAddress, dataOfReply } from "@/lib/comments/own-data";
import { receiptKey } from "@/lib/comments/receipt";
import { withdrawComment } from "@/lib/comments/withdraw";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const someone = () => `${newId()}@example.org`;
const reader = () => ({ ip: `2001:db8:${newId().slice(9, 13)}:${newId().slice(30, 34)}::1`, agent: "test" });
const wishes = (commentId: string) => privateDb.subscription.findMany({ where: { commentId }, orderBy: { kind: "asc" } });

async function sent(email = someone(), given: { status?: "approved"; postId?: string; parentId?: string } = {}) {
  const postId = given.postId ?? (await makePost({ status: "published" })).id;
  const thread = given.parentId ? { parentId: given.parentId, rootId: given.parentId, depth: 1 } : {};
  const { id } = await makeComment({ ...thread, postId, status: given.status, contact: { create: sealContact(email, reader()) } });
  return { id, postId, email, key: receiptKey(id) };
}

/** The jobs of this kind about a comment. */
async function jobs(name: string, commentId: string): Promise<number> {
  const [row] = await privateDb.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pgboss.job where name = ${name} and data ->> 'commentId' = ${commentId}`;
  return row?.count ?? -1;
}

test("what is asked for counts only once it was confirmed in the mailbox; one mail asks for both", async () => {
  const { id, key } = await sent();
  expect(await subscribe(reader(), key, { published: "yes", answered: "yes" })).toMatchObject({ ok: true });
  expect(await wishes(id)).toMatchObject([
    { kind: "published", confirmedAt: null },
    { kind: "answered", confirmedAt: null },
  ]);
  expect(await jobs("mail.confirm", id)).toBe(1);
  await approveComment(await makeUser(), { id });
  expect(await jobs("mail.published", id), "not confirmed").toBe(0);
  expect(await replyToConfirm(confirmKey(id))).toMatchObject({ name: "Grace", asked: ["published", "answered"] });
  expect(await confirmComment(confirmKey(id))).toEqual({ ok: true, receipt: key });
  expect(await ownReply(key)).toMatchObject({ wishes: { published: { state: "confirmed" }, answered: { state: "confirmed" } } });
});

test("pressing the button of a mailed link proves the address, for this reply and at all", async () => {
  const { id, email } = await sent();
  const hash = { emailHash: emailDigest(email) };
  expect(await privateDb.provenAddress.count({ where: hash })).toBe(0);
  for (let times = 0; times < 2; times++) expect(await confirmComment(confirmKey(id))).toMatchObject({ ok: true });
  expect(await privateDb.provenAddress.count({ where: hash })).toBe(1);
  expect((await privateDb.commentContact.findUniqueOrThrow({ where: { commentId: id } })).provenAt).not.toBeNull();
});

test("a receipt's key, which a stranger may hold, proves no address", async () => {
  const { id, key } = await sent();
  expect(await confirmComment(key)).toEqual({ ok: false, error: "notFound" });
  expect(await confirmComment(confirmKey(newId()))).toEqual({ ok: false, error: "linkExpired" });
  await withdrawComment(key);
  expect(await confirmComment(confirmKey(id))).toEqual({ ok: false, error: "linkExpired" });
  expect(await replyToConfirm(confirmKey(id))).toBeNull();
});

test("an approval has told who asked: of their own reply, and of an answer to it", async () => {
  const parent = await sent(undefined, { status: "approved" });
  await subscribe(reader(), parent.key, { answered: "yes" });
  await confirmComment(confirmKey(parent.id));
  const answer = await sent(undefined, { postId: parent.postId, parentId: parent.id });
  await subscribe(reader(), answer.key, { published: "yes" });
  await confirmComment(confirmKey(answer.id));
  await approveComment(await makeUser(), { id: answer.id });
  expect([await jobs("mail.published", answer.id), await jobs("mail.answered", answer.id)]).toEqual([1, 1]);
});

test("nothing chosen is refused, and what was confirmed is not asked for again", async () => {
  const { id, key } = await sent();
  expect(await subscribe(reader(), key, {})).toMatchObject({ error: "invalid", fields: { published: ["required"] } });
  await subscribe(reader(), key, { answered: "yes" });
  await confirmComment(confirmKey(id));
  expect(await subscribe(reader(), key, { answered: "yes" })).toEqual({ ok: true });
  expect(await jobs("mail.confirm", id)).toBe(1);
  expect(await wishes(id)).toMatchObject([{ kind: "answered", confirmedAt: expect.any(Date) as Date }]);
});

test("an ended subscription begins anew only by a new mail, and the old mail's link ends nothing of it", async () => {
  const { id, key } = await sent();
  await subscribe(reader(), key, { answered: "yes" });
  const [first] = await wishes(id);
  expect(await unsubscribe(endKey(first?.id ?? ""))).toEqual({ ok: true });
  await subscribe(reader(), key, { answered: "yes" });
  expect(await unsubscribe(endKey(first?.id ?? ""))).toEqual({ ok: true });
  expect(await wishes(id)).toMatchObject([{ confirmedAt: null, endedAt: null }]);
  expect(await jobs("mail.confirm", id)).toBe(2);
});

test("who ends mails is told the same whether there were any", async () => {
  const unknown = endKey(newId());
  expect(await unsubscribe(unknown)).toEqual({ ok: true });
  expect(await mailsToEnd(unknown)).toEqual({ post: null });
  expect(await unsubscribe(receiptKey(newId()))).toEqual({ ok: false, error: "notFound" });
  expect(await mailsToEnd(receiptKey(newId()))).toBeNull();
});

test("who ends all mail to an address, or allows it again, needs the mailed key and does it by no other", async () => {
  const { id, email } = await sent();
  const key = refuseKey(emailDigest(email));
  expect(await mailRefusal(key)).toEqual({ isRefused: false });
  await refuseMail(key);
  expect(await mailRefusal(key)).toEqual({ isRefused: true });
  const now = new Date();
  expect(await dataOfAddress(addressKey(emailDigest(email), now), now)).toMatchObject({ mailRefused: expect.any(Date) as Date });
  for (const wrong of [addressKey(emailDigest(email), now), receiptKey(id), confirmKey(id), endKey(id), "x"]) {
    expect([await refuseMail(wrong), await allowMail(wrong), await mailRefusal(wrong)]).toEqual([
      { ok: false, error: "notFound" },
      { ok: false, error: "notFound" },
      null,
    ]);
  }
  await allowMail(key);
  expect(await mailRefusal(key)).toEqual({ isRefused: false });
});

test("whoever asks for mails to an address that refuses them is answered as ever", async () => {
  const [refusing, other] = [await sent(), await sent()];
  await refuseMail(refuseKey(emailDigest(refusing.email)));
  const asked = async ({ id, key, email }: typeof other) => [
    await mailReceipt(reader(), key),
    await mailRepliesOfComment(reader(), key),
    await mailRepliesOfAddress(reader(), { email }),
    await subscribe(reader(), key, { answered: "yes" }),
    await ownReply(key).then((reply) => reply?.wishes.answered.state),
    [await jobs("mail.receipt", id), await jobs("mail.ownReplies", id), await jobs("mail.confirm", id)],
  ];
  expect(await asked(refusing)).toEqual(await asked(other));
});

test("about one reply three mails a day are sent, to one address five, and that is told to nobody", async () => {
  const email = someone();
  const [one, two] = [await sent(email), await sent(email)];
  for (let nth = 1; nth <= 4; nth++) {
    expect(await mailReceipt(reader(), one.key)).toMatchObject(nth <= 3 ? { ok: true } : { ok: false, error: "tooMany" });
  }
  for (let nth = 1; nth <= 3; nth++) expect(await mailRepliesOfComment(reader(), two.key)).toMatchObject({ ok: true });
  expect([await jobs("mail.receipt", one.id), await jobs("mail.ownReplies", two.id)]).toEqual([3, 2]);
});

test("one network asks for twenty mails an hour", async () => {
  const { ip } = reader();
  for (let nth = 1; nth <= 21; nth++) {
    const asked = await mailRepliesOfAddress({ ip, agent: "test" }, { email: someone() });
    expect(asked).toMatchObject(nth <= 20 ? { ok: true } : { ok: false, error: "tooMany" });
  }
});

test("a known and an unknown address are answered alike, by as many jobs", async () => {
  const { id, email } = await sent();
  const before = await allJobs();
  const answers = [
    await mailRepliesOfAddress(reader(), { email: ` ${email.toUpperCase()} ` }),
    await mailRepliesOfAddress(reader(), { email: someone() }),
  ];
  expect(answers[0]).toEqual(answers[1]);
  expect(await allJobs()).toBe(before + 2);
  expect(await jobs("mail.ownReplies", id)).toBe(1);
  expect(await mailRepliesOfAddress(reader(), { email: "ada" })).toMatchObject({ fields: { email: ["invalidEmail"] } });
});

async function allJobs(): Promise<number> {
  const [row] = await privateDb.$queryRaw<
    { count: number }[]
  >`select count(*)::int as count from pgboss.job where name = 'mail.ownReplies'`;
  return row?.count ?? -1;
}

test("under an address stands every reply of it, page by page, and of no other", async () => {
  const email = someone();
  const now = new Date();
  const { id: postId } = await makePost({ status: "published" });
  const ids: string[] = [];
  for (let nth = 0; nth < 53; nth++) ids.push((await sent(email, { postId })).id);
  await sent();
  const key = addressKey(emailDigest(email), now);
  const first = await repliesOfAddress(key, undefined, now);
  const second = await repliesOfAddress(key, first?.next ?? "", now);
  const listed = [...(first?.replies ?? []), ...(second?.replies ?? [])].map(({ receipt }) => receipt);
  expect(first?.address).toBe(email);
  expect(listed).toEqual(ids.sort().reverse().map(receiptKey));
  expect(second?.next).toBeNull();
  expect(await repliesOfAddress(key, "' or true", now)).toEqual(first);
  expect(await repliesOfAddress(receiptKey(ids[0] ?? ""), undefined, now)).toBeNull();
});

test("what is kept is handed over whole: the address masked by a receipt, and open by the mailed link", async () => {
  const { id, key, email } = await sent();
  await subscribe(reader(), key, { answered: "yes" });
  const kept = { name: "Grace", text: "Thank you.", state: "awaiting", browser: "test", mails: [{ kind: "answered" }] };
  const masked = await dataOfReply(key);
  expect(masked).toMatchObject(kept);
  expect(JSON.stringify(masked)).not.toContain(email);
  const now = new Date();
  expect(await dataOfAddress(addressKey(emailDigest(email), now), now)).toMatchObject({ replies: [{ ...kept, id, email }] });
  expect(await dataOfReply(confirmKey(id))).toBeNull();
  expect(await dataOfAddress(key, now)).toBeNull();
});
