import { startBefore } from "@/lib/comments/thread/asked";
import { pinnedOf } from "@/lib/comments/thread/pinned";
import { cursorOf, type Cursors } from "@/lib/comments/thread/query";
import { answersAfter, firstAnswers, MAX_ANSWERS, MAX_COUNTED, namesOf, pageOf, type Row } from "@/lib/comments/thread/rows";
import { parentsElsewhere, treeOf, type MoreAnswers, type ThreadComment, type TreeView } from "@/lib/comments/thread/tree";
import type { SiteSettings } from "@/lib/settings/schema";

/** Answers on a page with all of its threads; long threads share what short ones leave. */
const ANSWERS_OF_ALL_THREADS = 100;

/** How a conversation is shown: the site's settings, and the users who wrote the post. */
export interface ThreadView extends Pick<SiteSettings, "threadDepth" | "threadOrder" | "threadsPerPage"> {
  authorIds: readonly string[];
}

/** What stands on a page. */
export interface Page {
  comments: ThreadComment[];
  /** Cursors of the neighbouring pages: the query parameters `before` and `after`. */
  before: string | null;
  after: string | null;
  /** The cursor after which this page begins, however it was asked for; null for the first one. */
  start: string | null;
}

/**
 * A page of first comments, on the first page those that are pinned before the others, each with its first answers: at most 20, and 100 on the page. Takes the list, the query's
 * cursors and how it is shown. Indexes: comment_public_roots, comment_public_answers, comment_pinned.
 */
export async function firstComments(list: { postId: string; isNewestFirst: boolean }, cursors: Cursors, view: ThreadView): Promise<Page> {
  const { rows: others, ...place } = await pageOf({ ...list, pageSize: view.threadsPerPage }, cursors);
  const rows = place.before ? others : [...(await pinnedOf(list.postId)), ...others];
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

/**
 * A page of one thread: its first comment and 50 answers. Takes both the first comment and the one that was asked for
 * (which without cursors is among them), the query's cursors and how it is shown. Index: comment_public_answers.
 */
export async function oneThread({ root, comment }: { root: Row; comment: Row }, cursors: Cursors, view: ThreadView): Promise<Page> {
  const isAsked = !cursors.after && !cursors.before && comment !== root;
  const { rows, ...place } = await pageOf({ rootId: root.id }, isAsked ? { after: await startBefore(comment) } : cursors);
  return { comments: treeOf(root, rows, null, await treeViewOf([root, ...rows], view)), ...place };
}

async function treeViewOf(rows: Row[], { threadDepth, authorIds }: ThreadView): Promise<TreeView> {
  return { depth: threadDepth, authorIds, names: await namesOf(parentsElsewhere(rows)) };
}

/** The most answers that each thread may show, so that all of them stay within ANSWERS_OF_ALL_THREADS. Takes how many each has. */
function fairShare(lengths: number[]): number {
  let share = MAX_ANSWERS;
  while (share > 1 && lengths.reduce((sum, length) => sum + Math.min(length, share), 0) > ANSWERS_OF_ALL_THREADS) share--;
  return share;
}

function moreAfter(last: Row | undefined, { id, name }: Row, count = 0): MoreAnswers | null {
  const after = cursorOf(last);
  if (!after || count === 0) return null;
  return { root: { id, name }, after, count: Math.min(count, MAX_COUNTED), isAtLeast: count > MAX_COUNTED };
}
