import { renderComment } from "@/lib/comments/markdown";
import type { Row } from "@/lib/comments/thread/rows";

/** A public comment with its answers, ready to be shown. */
export interface ThreadComment {
  id: string;
  /** The number that it had in WordPress, where it came from there. */
  wordpressId: number | null;
  /** Empty, as is the text, where its author took it back: it stands on only for the answers below it. */
  name: string;
  isWithdrawn: boolean;
  website: string | null;
  /** As it was typed. */
  body: string;
  /** Safe HTML (lib/comments/markdown.ts). */
  html: string;
  createdAt: Date;
  /** By whom its text was changed last, after it was sent; null when it was not. */
  edited: "author" | "staff" | null;
  /** Shown before all others by the newsroom. */
  isPinned: boolean;
  /** Where nobody can answer any more in its thread: whether it is the one that began it. */
  closed: "first" | "below" | null;
  /** Written by an author of the post, or by another colleague of the newsroom. */
  mark: "author" | "staff" | null;
  /** Eight bytes to draw from; null for a comment that has none. */
  avatar: Uint8Array | null;
  /** Whom it answers, if readers may know. */
  answersTo: Answered | null;
  answers: ThreadComment[];
  /** What stands on other pages of the thread that ends here. */
  more: MoreAnswers | null;
}

/** How many answers follow, at least if more were not counted, in the thread of which comment, and after which cursor. */
export interface MoreAnswers {
  root: { id: string; name: string };
  after: string;
  count: number;
  isAtLeast: boolean;
}

/** The answered comment: whether the answer is nested right under it, and whether it is on this page at all. */
export interface Answered {
  id: string;
  name: string;
  isAbove: boolean;
  isHere: boolean;
}

/** What all of a page's threads are shown with. */
export interface TreeView {
  /** How many levels answers are nested, first comments being the first. */
  depth: number;
  /** The users who wrote the post. */
  authorIds: readonly string[];
  /** The names of comments that are answered here and stand elsewhere. */
  names: ReadonlyMap<string, string>;
}

/**
 * Nests answers under what they answer; one whose parent is not among them hangs under the first comment. Deeper ones
 * stay at the last level, side by side. A withdrawn comment is left out unless answers stand below it. Takes the first
 * comment, its answers in the order of time, what more there is, and the view. Returns what stands at the first level:
 * one comment with its answers, or, with one level only, all of them.
 */
export function treeOf(root: Row, answers: Row[], more: MoreAnswers | null, view: TreeView): ThreadComment[] {
  const top = shown(root, root, view);
  const byId = new Map([[root.id, top]]);
  for (const row of answers) byId.set(row.id, shown(row, root, view));
  for (const row of answers) {
    const answer = byId.get(row.id);
    const parent = byId.get(row.parentId ?? "");
    if (!answer) continue;
    (parent ?? top).answers.push(answer);
    answer.answersTo = answered(row, parent, view);
  }
  prune(top);
  if (top.isWithdrawn && top.answers.length === 0 && !more) return [];
  const level = nested(top, 1, view.depth);
  const last = level.at(-1);
  if (last) last.more = more;
  return level;
}

/** The parents of answers that are not among them: their names have to be looked for. */
export function parentsElsewhere(rows: Row[]): string[] {
  const here = new Set(rows.map(({ id }) => id));
  return [...new Set(rows.flatMap(({ parentId }) => (parentId && !here.has(parentId) ? parentId : [])))];
}

function answered({ parentId }: Row, parent: ThreadComment | undefined, { names }: TreeView): Answered | null {
  const name = parent ? parent.name : names.get(parentId ?? "");
  return parentId && name ? { id: parentId, name, isAbove: Boolean(parent), isHere: Boolean(parent) } : null;
}

/** Takes out what was withdrawn and has nothing below it. */
function prune(comment: ThreadComment): void {
  for (const answer of comment.answers) prune(answer);
  comment.answers = comment.answers.filter(({ isWithdrawn, answers }) => !isWithdrawn || answers.length > 0);
}

/** The comment at a level; at the last one, all that stands below it beside it, each saying whom it answers. */
function nested(comment: ThreadComment, level: number, depth: number): ThreadComment[] {
  if (level < depth) {
    comment.answers = comment.answers.flatMap((answer) => nested(answer, level + 1, depth));
    return [comment];
  }
  const below = comment.answers.flatMap((answer) => nested(answer, level, depth));
  for (const { answersTo } of comment.answers) if (answersTo) answersTo.isAbove = false;
  comment.answers = [];
  return [comment, ...below];
}

function shown(row: Row, root: Row, { authorIds }: TreeView): ThreadComment {
  const { id, wordpressId, name, website, body, createdAt, userId, avatar } = row;
  const isWithdrawn = row.withdrawnAt !== null;
  const mark = !userId || isWithdrawn ? null : authorIds.includes(userId) ? "author" : "staff";
  const edited = isWithdrawn || !row.editedAt ? null : row.editedByStaff ? "staff" : "author";
  const text = {
    body,
    html: isWithdrawn ? "" : renderComment(body),
    isWithdrawn,
    edited,
    isPinned: row.pinnedAt !== null,
    closed: !root.closedAt ? null : row === root ? "first" : "below",
    mark,
    avatar: isWithdrawn ? null : avatar,
  } as const;
  return { id, wordpressId, name, website, createdAt, ...text, answersTo: null, answers: [], more: null };
}
