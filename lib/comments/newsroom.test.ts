import { expect, test } from "vitest";
import { sealContact } from "@/lib/comments/contact";
import { othersOf } from "@/lib/comments/desk/others";
import { eraseComment } from "@/lib/comments/erase";
import type { QueuedComment } from "@/lib/comments/desk/queued";
import { moderationQueue, queueCounts } from "@/lib/comments/newsroom";
import { revealAddress } from "@/lib/comments/reveal";
import { privateDb } from "@/lib/db/private";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

async function makeContacted(postId: string, email: string) {
  const { id } = await makeComment({ postId });
  await privateDb.commentContact.create({ data: { commentId: id, ...sealContact(email, { ip: "192.0.2.7", agent: "test" }) } });
  return id;
}

/** All pages of a list, one after the other. */
async function walk(status: string): Promise<QueuedComment[]> {
  const editor = await makeUser();
  const seen: QueuedComment[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const page = await moderationQueue(editor, { status, after });
    if (!page.ok) throw new Error(page.error);
    expect(page.comments.length).toBeLessThanOrEqual(50);
    seen.push(...page.comments);
    after = page.next;
  }
  return seen;
}

test("a waiting comment is listed with its post, whom it answers, and a masked address", async () => {
  const { id: postId, slug } = await makePost({ status: "published", title: "Über Brücken" });
  const parent = await makeComment({ postId, status: "approved", name: "Grace" });
  const id = await makeContacted(postId, "ada@example.org");
  await privateDb.comment.update({ where: { id }, data: { parentId: parent.id, rootId: parent.id, depth: 1 } });
  const listed = (await walk("pending")).find((comment) => comment.id === id);
  expect(listed).toMatchObject({
    body: "Thank you.",
    answers: { name: "Grace", body: parent.body },
    maskedAddress: "a…@e….org",
    post: { title: "Über Brücken", slug },
  });
  expect(JSON.stringify(listed)).not.toContain("example");
});

test("a comment is listed with what else came from its address, by state, and with its network", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const email = `${crypto.randomUUID()}@example.org`;
  const [one, other, gone, alone] = [
    await makeContacted(postId, email),
    await makeContacted(postId, email),
    await makeContacted(postId, email),
    await makeContacted(postId, `${crypto.randomUUID()}@example.org`),
  ];
  await privateDb.comment.update({ where: { id: other }, data: { status: "spam", decidedAt: new Date() } });
  await privateDb.$transaction((tx) => eraseComment(tx, gone));
  const { id: bare } = await makeComment({ postId });
  const listed = await walk("pending");
  const of = (id: string) => listed.find((comment) => comment.id === id);
  expect(of(one)).toMatchObject({ others: { counts: [{ status: "spam", count: 1 }], isMore: false }, ipPrefix: "192.0.2.0/24" });
  expect(of(alone)).toMatchObject({ others: { counts: [], isMore: false } });
  expect(of(bare)).toMatchObject({ others: null, by: null, ipPrefix: null });
  const { id: seen } = await makeComment({ postId, status: "approved" });
  await privateDb.commentContact.create({ data: { commentId: seen, ...sealContact(email, { ip: "192.0.2.7", agent: "test" }) } });
  await privateDb.comment.update({ where: { id: other }, data: { status: "trash" } });
  const counts = (ids: string[]) => ids.map((id) => ({ status: id === seen ? "approved" : id === other ? "trash" : "pending", count: 1 }));
  const others = await othersOf([one, other, seen, bare]);
  expect(Object.fromEntries(others)).toEqual({
    [one]: { counts: counts([seen, other]), isMore: false },
    [other]: { counts: counts([one, seen]), isMore: false },
    [seen]: { counts: counts([one, other]), isMore: false },
  });
  const many = Array.from({ length: 100 }, () => ({ id: crypto.randomUUID(), postId, name: "Grace", body: "Hi" }));
  await privateDb.comment.createMany({ data: many });
  await privateDb.commentContact.createMany({
    data: many.map(({ id }) => ({ commentId: id, ...sealContact(email, { ip: "192.0.2.7", agent: "test" }) })),
  });
  expect((await othersOf([one])).get(one)?.isMore).toBe(true);
});

test("what waits longest comes first, what was decided newest first, none twice and none left out", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const moment = new Date("2026-01-01T00:00:00Z");
  for (const status of ["pending", "spam"] as const) {
    // More than two pages, with many of the same millisecond across the page's end.
    for (let n = 0; n < 120; n++) await makeComment({ postId, status, createdAt: new Date(moment.getTime() + Math.floor(n / 40)) });
  }
  const order = { pending: "asc", spam: "desc" } as const;
  for (const status of ["pending", "spam"] as const) {
    const all = await privateDb.comment.findMany({
      where: { status, withdrawnAt: null },
      orderBy: [{ createdAt: order[status] }, { id: order[status] }],
      select: { id: true },
    });
    expect((await walk(status)).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  }
});

test.each([{ status: "nonsense" }, { status: ["spam", "trash"] }, { after: "x" }, { after: "1.1' or true" }, {}])(
  "a query like %j is the beginning of what waits",
  async (query) => {
    const editor = await makeUser();
    expect(await moderationQueue(editor, query)).toEqual(await moderationQueue(editor, { status: "pending" }));
  },
);

test("each list is counted, up to a thousand", async () => {
  const { id: postId } = await makePost({ status: "published" });
  await privateDb.comment.createMany({
    data: Array.from({ length: 1200 }, () => ({ postId, name: "Grace", body: "Hi", status: "trash" as const, decidedAt: new Date() })),
  });
  await makeComment({ postId, status: "rejected" });
  expect(await queueCounts(await makeUser())).toMatchObject({ ok: true, counts: { trash: 1000, rejected: 1 } });
});

test("an address is shown to who moderates, and the ledger says who looked", async () => {
  const moderator = await makeUser({ role: "moderator" });
  const { id: postId } = await makePost({ status: "published" });
  const id = await makeContacted(postId, "Ada.L@example.org");
  expect(await revealAddress(moderator, { id })).toEqual({ ok: true, id, address: "Ada.L@example.org" });
  expect(
    await privateDb.auditEvent.findMany({ where: { subjectId: id }, select: { act: true, actorId: true, from: true, to: true } }),
  ).toEqual([{ act: "comment.revealAddress", actorId: moderator.id, from: null, to: null }]);
});

test("an author sees no list, no count and no address", async () => {
  const author = await makeUser({ role: "author" });
  const { id: postId } = await makePost({ status: "published" });
  const id = await makeContacted(postId, "ada@example.org");
  const forbidden = { ok: false, error: "forbidden" };
  expect(await moderationQueue(author, {})).toEqual(forbidden);
  expect(await queueCounts(author)).toEqual(forbidden);
  expect(await revealAddress(author, { id })).toEqual(forbidden);
  expect(await privateDb.auditEvent.count({ where: { subjectId: id } })).toBe(0);
});

test("of a comment without an address, or none at all, none is shown", async () => {
  const editor = await makeUser();
  const { id } = await makeComment({ postId: (await makePost()).id });
  expect(await revealAddress(editor, { id })).toEqual({ ok: false, error: "notFound" });
  expect(await revealAddress(editor, { id: "x" })).toMatchObject({ ok: false, error: "invalid" });
});

test("what waits is listed the most urgent first: reported, then by what speaks against it, then by age; page by page", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const make = (body: string, given: object) => makeComment({ postId, body, status: "pending", ...given });
  await make("old", { createdAt: at(180) });
  await make("older", { createdAt: at(300) });
  await make("risky", { createdAt: at(5), score: 12 });
  await make("riskier", { createdAt: at(150), score: 30 });
  const reported = await make("reported", { createdAt: at(1) });
  await privateDb.reportCase.create({ data: { commentId: reported.id, isIllegal: false } });
  const asked = { article: `/${(await privateDb.post.findUniqueOrThrow({ where: { id: postId } })).slug}` };
  const listed = async () => {
    const queue = await moderationQueue(await makeUser(), asked);
    if (!queue.ok) throw new Error(queue.error);
    return queue.comments;
  };
  expect((await listed()).map(({ body, isReported, waiting }) => [body, isReported, waiting?.isLate])).toEqual([
    ["reported", true, false],
    ["riskier", false, true],
    ["risky", false, false],
    ["older", false, false],
    ["old", false, false],
  ]);
  await privateDb.reportCase.updateMany({ where: { commentId: reported.id }, data: { decidedAt: new Date(), outcome: "dismissed" } });
  expect((await listed()).map(({ body }) => body)).toEqual(["riskier", "risky", "older", "old", "reported"]);
});

test("what readers reported says so in every list, until that is decided", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const make = async (status: "approved" | "spam") => (await makeComment({ postId, status })).id;
  const [open, decided, spam] = [await make("approved"), await make("approved"), await make("spam")];
  const over = { decidedAt: new Date(), outcome: "dismissed" } as const;
  await privateDb.reportCase.createMany({
    data: [open, decided, spam].map((commentId) => ({ commentId, isIllegal: true, ...(commentId === decided && over) })),
  });
  const { slug } = await privateDb.post.findUniqueOrThrow({ where: { id: postId } });
  const queue = await moderationQueue(await makeUser(), { status: "all", article: `/${slug}` });
  const said = new Map(queue.ok ? queue.comments.map(({ id, isReported }) => [id, isReported]) : []);
  expect([open, decided, spam].map((id) => said.get(id))).toEqual([true, false, true]);
});

test("the pages of what waits hold each once, whatever its urgency", async () => {
  const { id: postId } = await makePost({ status: "published" });
  await privateDb.comment.createMany({
    data: Array.from({ length: 120 }, (_, n) => ({ postId, name: "Grace", body: "Urgent or not", score: n % 4 })),
  });
  const seen = (await walk("pending")).filter(({ body }) => body === "Urgent or not");
  expect(new Set(seen.map(({ id }) => id)).size).toBe(120);
  expect(seen).toHaveLength(120);
  expect(seen.map(({ score }) => score)).toEqual(seen.map(({ score }) => score).sort((one, other) => other - one));
});
