import { expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import { publishedThread } from "@/lib/comments/public";
import { privateDb } from "@/lib/db/private";
import { requestScope } from "@/lib/server/bridge";
import { makeComment, makePost } from "@/lib/testing/make";

const openPost = async () => (await makePost({ status: "published" })).id;
const minute = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * 60_000);
const approved = (postId: string, index: number, more: object = {}) =>
  makeComment({ postId, status: "approved", name: `N${index}`, createdAt: minute(index), ...more });
const names = (thread: Awaited<ReturnType<typeof publishedThread>>) => thread.comments.map(({ name }) => name);

test("a thread shows approved comments only, oldest first, answers under what they answer [C12]", async () => {
  const postId = await openPost();
  const second = await approved(postId, 2);
  const first = await approved(postId, 1, { website: "https://example.org", body: "*Danke*" });
  const answer = await approved(postId, 3, { parentId: first.id, rootId: first.id, depth: 1 });
  await approved(postId, 4, { parentId: answer.id, rootId: first.id, depth: 2 });
  for (const status of ["pending", "spam", "rejected", "trash"] as const) await makeComment({ postId, status });
  const thread = await publishedThread(postId);
  expect(thread.comments).toMatchObject([
    {
      id: first.id,
      name: "N1",
      website: "https://example.org",
      html: "<p><em>Danke</em></p>\n",
      answers: [{ name: "N3", answers: [{ name: "N4" }] }],
    },
    { id: second.id, answers: [] },
  ]);
  expect(thread).toMatchObject({ before: null, after: null, only: null, replyTo: null });
});

test("pages follow one another without a gap or a double, forwards and back [C12]", async () => {
  const postId = await openPost();
  // Pairs at one instant: the id decides between them.
  for (let index = 0; index < 120; index++) await approved(postId, Math.floor(index / 2));
  const pages = [await publishedThread(postId)];
  for (let page = pages[0]; page?.after; page = pages.at(-1)) pages.push(await publishedThread(postId, { after: page.after }));
  expect(pages.map(({ comments }) => comments.length)).toEqual([50, 50, 20]);
  expect(new Set(pages.flatMap(({ comments }) => comments.map(({ id }) => id))).size).toBe(120);
  expect(pages.flatMap(names)).toEqual(Array.from({ length: 120 }, (_, index) => `N${Math.floor(index / 2)}`));
  const back = await publishedThread(postId, { before: pages[2]?.before ?? "" });
  expect(back.comments.map(({ id }) => id)).toEqual(pages[1]?.comments.map(({ id }) => id));
  const start = await publishedThread(postId, { before: back.before ?? "" });
  expect(start).toMatchObject({ before: null, after: pages[0]?.after });
});

test("of many answers the first are shown, the rest on pages of the thread alone [C12]", async () => {
  const postId = await openPost();
  const root = await approved(postId, 0);
  for (let index = 1; index <= 75; index++) await approved(postId, index, { parentId: root.id, rootId: root.id, depth: 1 });
  const [top] = (await publishedThread(postId)).comments;
  expect(top).toMatchObject({ more: { count: 55, isAtLeast: false } });
  expect(top?.answers).toHaveLength(20);
  const alone = await publishedThread(postId, { replies: root.id });
  expect(alone).toMatchObject({ only: root.id, before: null });
  const rest = await publishedThread(postId, { replies: root.id, after: alone.after ?? "" });
  expect([...(alone.comments[0]?.answers ?? []), ...(rest.comments[0]?.answers ?? [])].map(({ name }) => name)).toEqual(
    Array.from({ length: 75 }, (_, index) => `N${index + 1}`),
  );
});

test("an answer whose own parent was withdrawn stays in its thread", async () => {
  const postId = await openPost();
  const root = await approved(postId, 0);
  const gone = await makeComment({ postId, status: "trash", parentId: root.id, rootId: root.id, depth: 1 });
  await approved(postId, 2, { parentId: gone.id, rootId: root.id, depth: 2 });
  expect((await publishedThread(postId)).comments).toMatchObject([{ answers: [{ name: "N2" }] }]);
});

test.each([
  ["nonsense", { after: "nonsense", before: "'; drop table comment" }],
  ["an instant that is none", { after: "99999999999999_0193a000-0000-7000-8000-000000000000x" }],
  ["a list", { after: ["a", "b"], replies: ["x"], replyto: ["y"] }],
  ["no id", { replies: "1", replyto: "\u0000" }],
])("a query that is %s is a query not made", async (_, query) => {
  const postId = await openPost();
  await approved(postId, 1);
  expect(await publishedThread(postId, query)).toEqual(await publishedThread(postId));
});

test("a cursor far away shows nothing and fails nowhere", async () => {
  const postId = await openPost();
  await approved(postId, 1);
  const thread = await publishedThread(postId, { after: "99999999999999_0193a000-0000-7000-8000-000000000000" });
  expect(thread).toMatchObject({ comments: [], before: null, after: null });
});

test("only a public comment of this post can be answered or opened", async () => {
  const postId = await openPost();
  const comment = await approved(postId, 1);
  const pending = await makeComment({ postId });
  const elsewhere = await approved(await openPost(), 1);
  const withdrawn = await makeComment({ postId, status: "trash" });
  const hidden = await approved(postId, 2, { parentId: withdrawn.id, rootId: withdrawn.id, depth: 1 });
  expect(await publishedThread(postId, { replyto: comment.id })).toMatchObject({ replyTo: { id: comment.id, name: "N1" } });
  for (const { id } of [pending, elsewhere, hidden])
    expect(await publishedThread(postId, { replyto: id, replies: id })).toMatchObject({ replyTo: null, only: null });
});

test("a page with a thread depends on it", async () => {
  const postId = await openPost();
  const shows = new Set<string>();
  await requestScope.run({ sender: { ip: "", agent: "" }, shows }, () => publishedThread(postId));
  expect([...shows]).toEqual([tags.thread(postId)]);
});

test("a page costs the same with 20,000 comments", async () => {
  const postId = await openPost();
  await privateDb.$executeRaw`
    insert into comment (id, post_id, status, name, body, created_at, decided_at)
    select gen_random_uuid(), ${postId}::uuid, 'approved', 'N', 'B', timestamptz '2026-01-01' + n * interval '1 second', now() from generate_series(1, 20000) n`;
  await privateDb.$executeRaw`
    insert into comment (id, post_id, parent_id, root_id, depth, status, name, body, created_at, decided_at)
    select gen_random_uuid(), post_id, id, id, 1, case when n % 2 = 0 then 'approved' else 'spam' end::comment_status, 'A', 'B', created_at + n * interval '1 hour', now()
    from (select * from comment where post_id = ${postId}::uuid order by created_at limit 1) as root, generate_series(1, 20000) n`;
  await publishedThread(postId);
  const started = performance.now();
  const thread = await publishedThread(postId);
  await publishedThread(postId, { after: `${Date.UTC(2026, 0, 1, 3)}_0193a000-0000-7000-8000-000000000000` });
  expect(thread.comments[0]).toMatchObject({ more: { count: 100, isAtLeast: true } });
  // Reading all of them takes seconds; the bound only has to tell the two apart on a busy machine.
  expect(performance.now() - started).toBeLessThan(500);
}, 60_000);

test("as many comments stand on a page as the site says", async () => {
  const postId = await openPost();
  for (let index = 0; index < 13; index++) await approved(postId, index);
  const view = { threadDepth: 5, threadOrder: "oldest", commentsPerPage: 12, authorIds: [] } as const;
  const first = await publishedThread(postId, {}, view);
  expect(first.comments).toHaveLength(12);
  expect(names(await publishedThread(postId, { after: first.after ?? "" }, view))).toEqual(["N12"]);
});

test("answers count too, a conversation is divided only after its 20th, and one that is much answered changes no other page", async () => {
  const postId = await openPost();
  const lengths = [4, 4, 4, 30, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const [index, length] of lengths.entries()) {
    const { id } = await approved(postId, index);
    for (let answer = 0; answer < length; answer++) await makeComment({ postId, parentId: id, rootId: id, depth: 1, status: "approved" });
  }
  const view = { threadDepth: 5, threadOrder: "oldest", commentsPerPage: 12, authorIds: [] } as const;
  const pages = [await publishedThread(postId, {}, view)];
  for (let after = pages[0]?.after; after; after = pages.at(-1)?.after) pages.push(await publishedThread(postId, { after }, view));
  const shown = pages.map(({ comments }) => comments.map(({ answers, more }) => [answers.length, more?.count ?? 0]));
  const alone = (count: number) => Array.from({ length: count }, () => [0, 0]);
  expect(shown).toEqual([
    [
      [4, 0],
      [4, 0],
    ],
    [[4, 0]],
    [[20, 10]],
    [[4, 0], ...alone(7)],
    alone(5),
  ]);
});
