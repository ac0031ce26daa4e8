import { tags } from "@/lib/cache/tags";
import { closesAt, closingOf, type Commentable, type CommentRules, type ThreadClosing } from "@/lib/comments/policy";
import { cursorOf, parseThreadQuery, type Cursors, type ThreadQuery } from "@/lib/comments/thread-query";
import {
  answersAfter,
  firstAnswers,
  MAX_ANSWERS,
  MAX_COUNTED,
  namesOf,
  pageOf,
  startBefore,
  threadOf,
  type List,
  type Row,
} from "@/lib/comments/thread-rows";
import { parentsElsewhere, treeOf, type MoreAnswers, type ThreadComment, type TreeView } from "@/lib/comments/thread-tree";
import { publicDb } from "@/lib/db/public";
import { dependsOn, validUntil } from "@/lib/server/bridge";
import type { SiteSettings } from "@/lib/settings/schema";

/** Answers on a page with all of its threads; long threads share what short ones leave. */
const PAGE_ANSWERS = 100;

/** One page of a post's comments. */
export interface Thread {
  /** All comments of the post that readers see, on whichever page. */
  count: number;
  comments: ThreadComment[];
  /** The first comment of the thread that alone is shown. */
  only: string | null;
  /** Whether the next pages hold older comments. */
  isNewestFirst: boolean;
  /** Cursors of the neighbouring pages: the query parameters `before` and `after`. */
  before: string | null;
  after: string | null;
  /** The cursor after which this page begins, however it was asked for; null for the first one. */
  start: string | null;
  /** The comment that the form answers (`replyto`). */
  replyTo: { id: string; name: string } | null;
}

/** How a conversation is shown: the site's settings, and the users who wrote the post. */
export interface ThreadView extends Pick<SiteSettings, "threadDepth" | "threadOrder"> {
  authorIds: readonly string[];
}

const PLAIN_VIEW: ThreadView = { threadDepth: 5, threadOrder: "oldest", authorIds: [] };

/**
 * One page of a published post's approved comments: 50 first comments in the site's order, each with its first
 * answers (at most 20, and 100 on the page); or, with `replies`, the thread of that comment with 50 of its answers,
 * that comment among them. Takes the post's id, the page's query (what makes no sense there is not asked for), and
 * how it is shown. Costs the same with 100,000 comments. Indexes: comment_public_roots, comment_public_answers, the
 * primary key. Shows: the post's thread.
 */
export async function publishedThread(postId: string, query: ThreadQuery = {}, view: ThreadView = PLAIN_VIEW): Promise<Thread> {
  dependsOn(tags.thread(postId));
  const { replies, replyto, ...cursors } = parseThreadQuery(query);
  const [post, replyTo, asked] = await Promise.all([
    publicDb.post.findUnique({ where: { id: postId }, select: { approvedComments: true } }),
    replyto ? threadOf(postId, replyto) : null,
    replies ? threadOf(postId, replies) : null,
  ]);
  const isNewestFirst = !asked && view.threadOrder === "newest";
  const page = asked ? await oneThread(asked, cursors, view) : await firstComments({ postId, isNewestFirst }, cursors, view);
  return { count: post?.approvedComments ?? 0, only: asked?.root.id ?? null, isNewestFirst, replyTo: answerable(replyTo), ...page };
}

type Page = Pick<Thread, "comments" | "before" | "after" | "start">;

async function firstComments(list: List, cursors: Cursors, view: ThreadView): Promise<Page> {
  const { rows, ...place } = await pageOf(list, cursors);
  const answers = await firstAnswers(rows.map(({ id }) => id));
  const found = rows.map((root) => ({ root, found: answers.filter(({ rootId }) => rootId === root.id) }));
  const share = fairShare(found.map(({ found }) => found.length));
  const threads = found.map(({ root, found }) => {
    const shown = found.slice(0, share);
    return { root, shown, last: found.length > share ? shown.at(-1) : undefined };
  });
  const [counts, treeView] = await Promise.all([
    answersAfter(threads.flatMap(({ last }) => last ?? [])),
    treeViewOf(
      threads.flatMap(({ root, shown }) => [root, ...shown]),
      view,
    ),
  ]);
  const comments = threads.flatMap(({ root, shown, last }) => treeOf(root, shown, moreAfter(last, root, counts.get(root.id)), treeView));
  return { comments, ...place };
}

async function oneThread({ root, comment }: { root: Row; comment: Row }, cursors: Cursors, view: ThreadView): Promise<Page> {
  const isAsked = !cursors.after && !cursors.before && comment !== root;
  const { rows, ...place } = await pageOf({ rootId: root.id }, isAsked ? { after: await startBefore(comment) } : cursors);
  return { comments: treeOf(root, rows, null, await treeViewOf([root, ...rows], view)), ...place };
}

async function treeViewOf(rows: Row[], { threadDepth, authorIds }: ThreadView): Promise<TreeView> {
  return { depth: threadDepth, authorIds, names: await namesOf(parentsElsewhere(rows)) };
}

/** The most answers that each thread may show, so that all of them stay within PAGE_ANSWERS. Takes how many each has. */
function fairShare(lengths: number[]): number {
  let share = MAX_ANSWERS;
  while (share > 1 && lengths.reduce((sum, length) => sum + Math.min(length, share), 0) > PAGE_ANSWERS) share--;
  return share;
}

function moreAfter(last: Row | undefined, { id, name }: Row, count = 0): MoreAnswers | null {
  const after = cursorOf(last);
  if (!after || count === 0) return null;
  return { root: { id, name }, after, count: Math.min(count, MAX_COUNTED), isAtLeast: count > MAX_COUNTED };
}

function answerable(asked: Awaited<ReturnType<typeof threadOf>>): Thread["replyTo"] {
  if (!asked || asked.comment.withdrawnAt) return null;
  return { id: asked.comment.id, name: asked.comment.name };
}

/**
 * Why a published post takes no comments now; null when it takes them. Takes the post as it was read, and the site's
 * rules. A page that shows the form is true until the comments close by themselves.
 */
export function threadClosing(post: Omit<Commentable, "status">, rules: CommentRules): ThreadClosing | null {
  const reason = closingOf({ ...post, status: "published" }, rules, new Date());
  const end = closesAt(post, rules);
  if (reason) return { reason, closedAt: reason === "age" ? end : null };
  if (end) validUntil(end);
  return null;
}
