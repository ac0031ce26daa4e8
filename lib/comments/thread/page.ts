import { startBefore } from "@/lib/comments/thread/asked";
import { pinnedOf } from "@/lib/comments/thread/pinned";
import { cursorOf, type Cursors } from "@/lib/comments/thread/query";
import {
  ANSWERS_OF_ONE_THREAD,
  answersAfter,
  firstAnswers,
  MAX_ANSWERS,
  MAX_COUNTED,
  namesOf,
  pageOf,
  shownAnswers,
  type Row,
} from "@/lib/comments/thread/rows";
import { parentsElsewhere, treeOf, type MoreAnswers, type ThreadComment, type TreeView } from "@/lib/comments/thread/tree";
import type { SiteSettings } from "@/lib/settings/schema";

/** How a conversation is shown: the site's settings, and the users who wrote the post. */
export interface ThreadView extends Pick<SiteSettings, "threadDepth" | "threadOrder" | "commentsPerPage"> {
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
 * A page of first comments, each with its answers (at most 20): as many as come, answers counted too, to what the view
 * says, and one at least. On the first page those that are pinned stand before them, beyond that number. Takes the list,
 * the query's cursors and how it is shown. Indexes: comment_public_roots, comment_public_answers, comment_pinned.
 */
export async function firstComments(list: { postId: string; isNewestFirst: boolean }, cursors: Cursors, view: ThreadView): Promise<Page> {
  const most = view.commentsPerPage;
  const { rows: others, ...place } = await pageOf(list, cursors, most, (rows) => roomFor(rows, most));
  const rows = place.before ? others : [...(await pinnedOf(list.postId)), ...others];
  const answers = await firstAnswers(rows.map(({ id }) => id));
  const threads = rows.map((root) => {
    const found = answers.filter(({ rootId }) => rootId === root.id);
    const shown = found.slice(0, MAX_ANSWERS);
    return { root, shown, last: found.length > MAX_ANSWERS ? shown.at(-1) : undefined };
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
  const { rows, ...place } = await pageOf(
    { rootId: root.id },
    isAsked ? { after: await startBefore(comment) } : cursors,
    ANSWERS_OF_ONE_THREAD,
  );
  return { comments: treeOf(root, rows, null, await treeViewOf([root, ...rows], view)), ...place };
}

async function treeViewOf(rows: Row[], { threadDepth, authorIds }: ThreadView): Promise<TreeView> {
  return { depth: threadDepth, authorIds, names: await namesOf(parentsElsewhere(rows)) };
}

/** How many of these first comments come, with the answers that are shown, to so many comments; at least one. */
async function roomFor(rows: Row[], most: number): Promise<number> {
  let [count, sum] = [0, 0];
  for (const answers of await shownAnswers(rows.map(({ id }) => id))) {
    sum += 1 + answers;
    if (sum > most) break;
    count++;
  }
  return Math.max(1, count);
}

function moreAfter(last: Row | undefined, { id, name }: Row, count = 0): MoreAnswers | null {
  const after = cursorOf(last);
  if (!after || count === 0) return null;
  return { root: { id, name }, after, count: Math.min(count, MAX_COUNTED), isAtLeast: count > MAX_COUNTED };
}
