import { tags } from "@/lib/cache/tags";
import { renderComment } from "@/lib/comments/markdown";
import { cursorOf, parseThreadQuery, type Cursors, type ThreadQuery } from "@/lib/comments/thread-query";
import { Prisma } from "@/lib/db/generated/client";
import { publicDb } from "@/lib/db/public";
import { dependsOn } from "@/lib/server/bridge";

/** First comments on a page, and the answers of one of them when its thread is opened alone. */
const PAGE_COMMENTS = 50;
/** Answers shown under each first comment; the rest stands behind a link to its thread. */
const PAGE_ANSWERS = 20;

/** A public comment with its answers, ready to be shown. */
export interface ThreadComment {
  id: string;
  name: string;
  website: string | null;
  /** Safe HTML (lib/comments/markdown.ts). */
  html: string;
  createdAt: Date;
  answers: ThreadComment[];
  /** Whether more answers stand behind a link to this comment's thread. */
  hasMore: boolean;
}

/** One page of a post's comments, oldest first. */
export interface Thread {
  /** All comments of the post that readers see, on whichever page. */
  count: number;
  comments: ThreadComment[];
  /** The comment whose thread alone is shown. */
  only: string | null;
  /** Cursors of the neighbouring pages: the query parameters `before` and `after`. */
  before: string | null;
  after: string | null;
  /** The comment that the form answers (`replyto`). */
  replyTo: { id: string; name: string } | null;
}

/**
 * One page of a published post's approved comments: 50 first comments, oldest first, each with up to 20 answers; or,
 * with `replies`, one first comment and 50 of its answers. Takes the post's id and the page's query; a query that
 * makes no sense is a query not made. Costs the same with 100,000 comments. Indexes: comment_public_roots,
 * comment_public_answers. Shows: the post's thread.
 */
export async function publishedThread(postId: string, query: ThreadQuery = {}): Promise<Thread> {
  dependsOn(tags.thread(postId));
  const { replies, replyto, ...cursors } = parseThreadQuery(query);
  const [post, replyTo, root] = await Promise.all([
    publicDb.post.findUnique({ where: { id: postId }, select: { approvedComments: true } }),
    replyto ? publicDb.comment.findFirst({ where: { id: replyto, postId, ...inPublicThread }, select: { id: true, name: true } }) : null,
    replies ? publicDb.comment.findFirst({ where: { id: replies, postId, parentId: null }, select: columns }) : null,
  ]);
  const page = root ? await answersOf(root, cursors) : await firstComments(postId, cursors);
  return { count: post?.approvedComments ?? 0, only: root?.id ?? null, replyTo, ...page };
}

/** The answers to a first comment that was withdrawn are not shown. */
const inPublicThread: Prisma.CommentWhereInput = { OR: [{ parentId: null }, { root: { status: "approved" } }] };
const columns = { id: true, parentId: true, rootId: true, name: true, website: true, body: true, createdAt: true } as const;
type Row = Prisma.CommentGetPayload<{ select: typeof columns }>;
type Page = Pick<Thread, "comments" | "before" | "after">;

async function firstComments(postId: string, cursors: Cursors): Promise<Page> {
  const { rows, ...neighbours } = await pageOf({ postId, parentId: null }, cursors);
  const answers = await firstAnswers(rows.map(({ id }) => id));
  const comments = rows.map((row) => {
    const below = answers.filter(({ rootId }) => rootId === row.id);
    return treeOf(row, below.slice(0, PAGE_ANSWERS), below.length > PAGE_ANSWERS);
  });
  return { comments, ...neighbours };
}

async function answersOf(root: Row, cursors: Cursors): Promise<Page> {
  const { rows, ...neighbours } = await pageOf({ rootId: root.id }, cursors);
  return { comments: [treeOf(root, rows, false)], ...neighbours };
}

/** Keyset page by (created_at, id): what lies beyond either end is known by one row more, and by the cursor itself. */
async function pageOf(where: Prisma.CommentWhereInput, { after, before }: Cursors) {
  const backwards = before !== undefined;
  const from = before ?? after;
  const beyond = backwards ? "lt" : "gt";
  const direction = backwards ? "desc" : "asc";
  const found = await publicDb.comment.findMany({
    where: {
      ...where,
      status: "approved",
      ...(from && {
        createdAt: { [backwards ? "lte" : "gte"]: from.createdAt },
        OR: [{ createdAt: { [beyond]: from.createdAt } }, { createdAt: from.createdAt, id: { [beyond]: from.id } }],
      }),
    },
    select: columns,
    orderBy: [{ createdAt: direction }, { id: direction }],
    take: PAGE_COMMENTS + 1,
  });
  const hasMore = found.length > PAGE_COMMENTS;
  const rows = found.slice(0, PAGE_COMMENTS);
  if (backwards) rows.reverse();
  return {
    rows,
    before: (backwards ? hasMore : after !== undefined) ? cursorOf(rows[0]) : null,
    after: (backwards ? true : hasMore) ? cursorOf(rows.at(-1)) : null,
  };
}

/** The first answers of each of these comments, and one more where there are more. */
async function firstAnswers(rootIds: string[]): Promise<Row[]> {
  if (rootIds.length === 0) return [];
  return publicDb.$queryRaw<Row[]>`
    select answer.* from unnest(${rootIds}::uuid[]) as root (id)
    cross join lateral (
      select id, parent_id as "parentId", root_id as "rootId", name, website, body, created_at as "createdAt"
      from comment where root_id = root.id and status = 'approved'
      order by created_at, id limit ${PAGE_ANSWERS + 1}
    ) as answer`;
}

/** Hangs answers under what they answer; one whose parent is not on this page hangs under the first comment. */
function treeOf(root: Row, answers: Row[], hasMore: boolean): ThreadComment {
  const top = { ...shown(root), hasMore };
  const byId = new Map([[root.id, top]]);
  for (const row of answers) byId.set(row.id, shown(row));
  for (const row of answers) {
    const answer = byId.get(row.id);
    if (answer) (byId.get(row.parentId ?? "") ?? top).answers.push(answer);
  }
  return top;
}

function shown({ id, name, website, body, createdAt }: Row): ThreadComment {
  return { id, name, website, html: renderComment(body), createdAt, answers: [], hasMore: false };
}
