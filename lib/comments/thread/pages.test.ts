import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { publishedThread, type Thread } from "@/lib/comments/public";
import type { ThreadView } from "@/lib/comments/thread/page";
import type { ThreadQuery } from "@/lib/comments/thread/query";
import type { ThreadComment } from "@/lib/comments/thread/tree";
import type { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import { makePost } from "@/lib/testing/make";

/** A comment of a conversation that somebody made up: whom it answers (a share of those before it), when, and what became of it. */
const anyComment = fc.record({
  answers: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: fc.double({ min: 0, max: 0.999, noNaN: true }) }),
  seconds: fc.integer({ min: 0, max: 2 }),
  fate: fc.constantFrom("approved", "approved", "approved", "approved", "pending", "trash", "withdrawn"),
});
/** Some answer one comment so often that its thread has pages of its own. */
const anyConversation = fc.record({
  comments: fc.array(anyComment, { maxLength: 300, size: "max" }),
  favourite: fc.integer({ min: 0, max: 120 }),
  /** Which first comments are pinned, as shares of them. */
  pinned: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 3 }),
  view: fc.record({
    threadDepth: fc.integer({ min: 1, max: 6 }),
    threadOrder: fc.constantFrom<ThreadView["threadOrder"]>("oldest", "newest"),
    commentsPerPage: fc.integer({ min: 10, max: 100 }),
    authorIds: fc.constant([]),
  }),
});
type Conversation = typeof anyConversation extends fc.Arbitrary<infer Made> ? Made : never;

/** Stores it; returns the post and the comments that readers shall see. */
async function store({ comments, favourite, pinned }: Conversation) {
  const { id: postId } = await makePost({ status: "published" });
  const rows: (Prisma.CommentCreateManyInput & { id: string })[] = [];
  let at = Date.UTC(2026, 0, 1);
  const add = (parent: (typeof rows)[number] | undefined, fate: Conversation["comments"][number]["fate"], seconds: number) => {
    at += seconds * 1000;
    const isWithdrawn = fate === "withdrawn";
    rows.push({
      id: randomUUID(),
      postId,
      parentId: parent?.id ?? null,
      rootId: parent ? (parent.rootId ?? parent.id) : null,
      depth: parent ? (parent.depth ?? 0) + 1 : 0,
      status: isWithdrawn ? "approved" : fate,
      name: isWithdrawn ? "" : `N${rows.length}`,
      body: isWithdrawn ? "" : "B",
      createdAt: new Date(at),
      decidedAt: new Date(),
      withdrawnAt: isWithdrawn ? new Date() : null,
    });
  };
  for (const { answers, fate, seconds } of comments)
    add(answers === null ? undefined : rows[Math.floor(answers * rows.length)], fate, seconds);
  for (let count = 0; count < favourite; count++) add(rows[0], "approved", count % 2);
  const firsts = rows.filter(({ parentId, status, withdrawnAt }) => parentId === null && status === "approved" && !withdrawnAt);
  for (const share of pinned) {
    const row = firsts[Math.floor(share * firsts.length)];
    if (row) row.pinnedAt = new Date();
  }
  await privateDb.comment.createMany({ data: rows });
  const isPublic = (id: string | null | undefined) => rows.some((row) => row.id === id && row.status === "approved");
  const seen = rows.filter((row) => isPublic(row.rootId ?? row.id) && isPublic(row.id) && !row.withdrawnAt);
  return { postId, seen: seen.map(({ id }) => id) };
}

const all = (comments: ThreadComment[]): ThreadComment[] => comments.flatMap((comment) => [comment, ...all(comment.answers)]);
const listed = ({ comments, only }: Thread) => all(comments).filter(({ id, isWithdrawn }) => !isWithdrawn && id !== only);

/** Follows the links of every page from the post's own on; returns the comments in the order in which they were met. */
async function crawl(postId: string, view: ThreadView, query: ThreadQuery = {}): Promise<string[]> {
  const page = await publishedThread(postId, query, view);
  const met = listed(page).map(({ id }) => id);
  for (const { more } of all(page.comments))
    if (more) met.push(...(await crawl(postId, view, { after: more.after, replies: more.root.id })));
  if (page.after) met.push(...(await crawl(postId, view, { after: page.after, ...(page.only && { replies: page.only }) })));
  return met;
}

test("every public comment is reached exactly once by following links, in both orders and at any depth [C12]", async () => {
  await fc.assert(
    fc.asyncProperty(anyConversation, async (conversation) => {
      const { postId, seen } = await store(conversation);
      expect((await crawl(postId, conversation.view)).toSorted()).toEqual(seen.toSorted());
    }),
    { numRuns: 15 },
  );
}, 120_000);

test("the address of a comment shows it, and the page's own address shows the same page", async () => {
  await fc.assert(
    fc.asyncProperty(anyConversation, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), async (conversation, picks) => {
      const { postId, seen } = await store(conversation);
      for (const pick of picks) {
        const id = seen[pick % Math.max(1, seen.length)] ?? seen[0];
        if (!id) return;
        const page = await publishedThread(postId, { replies: id }, conversation.view);
        expect(all(page.comments).map((comment) => comment.id)).toContain(id);
        const same = { ...(page.start && { after: page.start }), replies: page.only ?? undefined };
        expect((await publishedThread(postId, same, conversation.view)).comments).toEqual(page.comments);
      }
    }),
    { numRuns: 15 },
  );
}, 120_000);

/** A post's pages from the first to the last by their links, and from there back again. */
async function thereAndBack(conversation: Conversation): Promise<[Thread[], Thread[]]> {
  const { postId } = await store(conversation);
  const { view } = conversation;
  const there: Thread[] = [];
  for (let after: string | null | undefined; after !== null; after = there.at(-1)?.after ?? null)
    there.push(await publishedThread(postId, { after }, view));
  const back: Thread[] = there.slice(-1);
  for (let page = back[0]; page?.before; page = back.at(-1)) back.push(await publishedThread(postId, { before: page.before }, view));
  return [there, back];
}

test("going back from the last page meets every first comment again, and ends on the first page", async () => {
  const firsts = (pages: Thread[]) => [...new Set(pages.flatMap(({ comments }) => comments.map(({ id }) => id)))].toSorted();
  await fc.assert(
    fc.asyncProperty(anyConversation, async (conversation) => {
      const [there, back] = await thereAndBack({ ...conversation, view: { ...conversation.view, threadDepth: 2 } });
      expect(firsts(back)).toEqual(firsts(there));
      expect(back.at(-1)).toEqual(there[0]);
    }),
    { numRuns: 10 },
  );
}, 120_000);

test("where nobody answers, going back leads over the same pages", async () => {
  await fc.assert(
    fc.asyncProperty(anyConversation, async (conversation) => {
      const comments = conversation.comments.map((comment) => ({ ...comment, answers: null }));
      const [there, back] = await thereAndBack({ ...conversation, comments, favourite: 0 });
      expect(back.toReversed()).toEqual(there);
    }),
    { numRuns: 10 },
  );
}, 120_000);

test("a page has room for as many comments as the site says, unless one conversation alone has more", async () => {
  await fc.assert(
    fc.asyncProperty(anyConversation, async (conversation) => {
      const view = { ...conversation.view, threadDepth: 2 };
      const [there, back] = await thereAndBack({ ...conversation, pinned: [], view });
      for (const { comments } of [...there, ...back])
        if (comments.length > 1) expect(all(comments).length).toBeLessThanOrEqual(view.commentsPerPage);
    }),
    { numRuns: 10 },
  );
}, 120_000);
