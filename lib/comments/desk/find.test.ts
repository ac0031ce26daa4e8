import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { emailDigest, sealContact } from "@/lib/comments/contact";
import { deskChoices } from "@/lib/comments/desk/choices";
import { indexWords } from "@/lib/comments/desk/index-words";
import { writeBy } from "@/lib/comments/desk/query";
import { moderationQueue } from "@/lib/comments/newsroom";
import { privateDb } from "@/lib/db/private";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const moderator = await makeUser({ role: "moderator" });

/** The names of the comments that a query finds, on all its pages. */
async function found(query: object): Promise<string[]> {
  const names: string[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const page = await moderationQueue(moderator, { status: "all", ...query, ...(after && { after }) });
    if (!page.ok) throw new Error(page.error);
    expect(page.problems).toEqual({});
    names.push(...page.comments.map(({ name }) => name));
    after = page.next;
  }
  return names;
}

/** A comment that no other test's filters find: with its contact, under a post of its own unless told. */
async function sent(given: Partial<Parameters<typeof makeComment>[0]> & { email?: string; ip?: string } = {}) {
  const { email = `${randomUUID()}@example.org`, ip = "192.0.2.7", postId = (await makePost({ status: "published" })).id, ...rest } = given;
  const comment = await makeComment({ postId, ...rest });
  await privateDb.commentContact.create({ data: { commentId: comment.id, ...sealContact(email, { ip, agent: "test" }) } });
  return { ...comment, email };
}

test("a part of the text, the name or the website is found, as it stands and whatever its capitals", async () => {
  const word = randomUUID();
  await sent({ name: "Text", body: `Before ${word.toUpperCase()}% after` });
  await sent({ name: `Name ${word}` });
  await sent({ name: "Site", website: `https://${word}.example/` });
  for (const takeIn of [() => Promise.resolve(), indexWords]) {
    await takeIn();
    expect((await found({ q: ` ${word} ` })).sort()).toEqual([`Name ${word}`, "Site", "Text"]);
    expect(await found({ q: `${word}%` })).toEqual(["Text"]);
    expect(await found({ q: `${word}_` })).toEqual([]);
  }
});

test("what was changed is found by its new words, what was taken back by none", async () => {
  const [old, now] = [randomUUID(), randomUUID()];
  const { id } = await sent({ name: "Changed", body: old });
  await indexWords();
  await privateDb.comment.update({ where: { id }, data: { body: now } });
  expect([await found({ q: old }), await found({ q: now })]).toEqual([[], ["Changed"]]);
  await indexWords();
  expect([await found({ q: old }), await found({ q: now })]).toEqual([[], ["Changed"]]);
  await privateDb.comment.update({ where: { id }, data: { body: "", name: "", withdrawnAt: new Date() } });
  expect(await privateDb.commentSearch.count({ where: { commentId: id } })).toBe(0);
  await indexWords();
  expect(await privateDb.commentSearch.count({ where: { commentId: id } })).toBe(0);
});

test("a text that is erased while a job has it in hand is not in the search afterwards", async () => {
  const { id } = await sent({ body: randomUUID() });
  const erase = () => privateDb.comment.update({ where: { id }, data: { body: "", name: "", withdrawnAt: new Date() } });
  await Promise.all([indexWords(), erase(), indexWords()]);
  await indexWords();
  expect(await privateDb.commentSearch.count({ where: { commentId: id } })).toBe(0);
});

test("comments of one address are found by the address, or its digest, in all lists; none is named in what was asked", async () => {
  const email = `${randomUUID()}@example.org`;
  await sent({ name: "Approved", email, status: "approved" });
  await sent({ name: "Spam", email: email.toUpperCase(), status: "spam" });
  await sent({ name: "Trash", email, status: "trash" });
  await sent({ name: "Another's" });
  for (const query of [{ email }, { by: writeBy(emailDigest(email)) }]) {
    expect(await found(query)).toEqual(["Spam", "Approved"]);
    expect(await found({ ...query, status: "trash" })).toEqual(["Trash"]);
  }
});

test("comments from one network are found by an address in it, as long as it is kept", async () => {
  const { id, name } = await sent({ name: randomUUID(), ip: "2001:db8:77:1::5" });
  for (const ip of ["2001:db8:77:2::9", " 2001:DB8:77::/48 "]) expect(await found({ ip })).toEqual([name]);
  expect(await found({ ip: "2001:db8:78::" })).toEqual([]);
  await privateDb.commentContact.update({ where: { commentId: id }, data: { ipPrefix: null } });
  expect(await found({ ip: "2001:db8:77:2::9" })).toEqual([]);
});

test("comments are found by article, category and language", async () => {
  const category = await privateDb.category.create({ data: { name: randomUUID(), slug: `c-${randomUUID()}` } });
  const title = `Über ${randomUUID()}`;
  const post = await makePost({ status: "published", title, lang: "qaa", categoryId: category.id });
  const { name } = await sent({ postId: post.id, name: randomUUID() });
  await sent();
  for (const article of [title.slice(2), `/${post.slug}`, `https://news.example.org/${post.slug}?x=1#reply`])
    expect(await found({ article })).toEqual([name]);
  for (const query of [{ category: category.id }, { lang: "qaa" }]) expect(await found(query)).toEqual([name]);
  expect(await found({ article: `/${randomUUID()}` })).toEqual([]);
  expect(await deskChoices(moderator)).toMatchObject({
    langs: expect.arrayContaining(["qaa"]) as string[],
    categories: expect.arrayContaining([expect.objectContaining({ id: category.id })]) as object[],
  });
});

test("comments are found by the check that fired, the score and the day", async () => {
  const word = randomUUID();
  const fired = await sent({ name: "Fired", body: word, score: 6, createdAt: new Date("2003-04-05T12:00:00Z") });
  await privateDb.commentCheck.create({ data: { commentId: fired.id, position: 0, rule: "honeypot", score: 6 } });
  await sent({ name: "Clean", body: word, createdAt: new Date("2003-04-06T00:00:00Z") });
  expect(await found({ q: word, rule: "honeypot" })).toEqual(["Fired"]);
  expect(await found({ q: word, rule: "tooFast" })).toEqual([]);
  expect([await found({ q: word, score: "5" }), await found({ q: word, score: "10" })]).toEqual([["Fired"], []]);
  expect(await found({ since: "2003-04-05", until: "2003-04-06" })).toEqual(["Clean", "Fired"]);
  expect(await found({ since: "2003-04-06", until: "2003-04-06" })).toEqual(["Clean"]);
});

test("who is known and who is new is told apart: a proven address with another comment approved, or none ever approved", async () => {
  const word = randomUUID();
  const email = `${randomUUID()}@example.org`;
  await privateDb.provenAddress.create({ data: { emailHash: emailDigest(email) } });
  await sent({ name: "First", body: word, email, status: "approved" });
  await sent({ name: "Known", body: word, email });
  const unproven = `${randomUUID()}@example.org`;
  await sent({ name: "Once", body: word, email: unproven, status: "approved" });
  await sent({ name: "Unproven", body: word, email: unproven });
  expect(await found({ q: word, standing: "trusted" })).toEqual(["Known"]);
  expect((await found({ q: word, standing: "new" })).sort()).toEqual(["First", "Once"]);
});

test("filtered lists go on page by page, every comment once, whichever way it is found", async () => {
  const { id: postId, slug } = await makePost({ status: "published" });
  const word = randomUUID();
  const createdAt = new Date("2004-05-06T00:00:00Z");
  await privateDb.comment.createMany({
    data: Array.from({ length: 130 }, (_, n) => ({ postId, name: `${n}`, body: n % 2 ? word : "Other", createdAt })),
  });
  for (const status of ["all", "pending"]) {
    expect(new Set(await found({ article: `/${slug}`, status })).size).toBe(130);
    const odd = await found({ q: word, status });
    expect([odd.length, new Set(odd).size]).toEqual([65, 65]);
  }
  // Behind more than are looked through along the list.
  await privateDb.comment.createMany({
    data: Array.from({ length: 2100 }, () => ({ postId, name: "Newer", body: "Hi", createdAt: new Date("2004-05-07T00:00:00Z") })),
  });
  expect((await found({ q: word })).length).toBe(65);
  expect(await moderationQueue(moderator, { status: "all", q: randomUUID() })).toMatchObject({ comments: [], next: null });
});

test.each([
  [{ email: "ada" }, "email", "invalidEmail"],
  [{ ip: "192.0.2" }, "ip", "invalid"],
  [{ ip: "192.0.2.0/8" }, "ip", "invalid"],
])("of %j nothing is listed, and the field is named", async (query, field, error) => {
  await sent();
  expect(await moderationQueue(moderator, { status: "spam", ...query })).toEqual({
    ok: true,
    status: "spam",
    comments: [],
    next: null,
    problems: { [field]: [error] },
  });
});

test.each([{ category: "x" }, { lang: "'" }, { rule: "x" }, { score: "4" }, { standing: "x" }, { since: "2020-02-31" }, { by: "x" }])(
  "%j is no choice, and counts as not chosen",
  async (query) => {
    const word = randomUUID();
    await sent({ name: "Listed", body: word });
    expect(await found({ q: word, ...query })).toEqual(["Listed"]);
  },
);

test("who does not decide is offered no filters", async () => {
  expect(await deskChoices(await makeUser({ role: "author" }))).toEqual({ categories: [], langs: [] });
});
