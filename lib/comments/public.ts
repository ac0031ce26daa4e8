import type { z } from "zod";
import { tags } from "@/lib/cache/tags";
import { closesAt, closingOf, type Commentable, type CommentRules, type ThreadClosing } from "@/lib/comments/policy";
import { inForce } from "@/lib/comments/rules/in-force";
import { overridesSql, PUBLIC_OVERRIDE, type Overridden } from "@/lib/comments/rules/nearest";
import { firstComments, oneThread, type Page, type ThreadView } from "@/lib/comments/thread/page";
import { parseThreadQuery, type ThreadQuery } from "@/lib/comments/thread/query";
import { askedThread, threadOf } from "@/lib/comments/thread/asked";
import { publicDb } from "@/lib/db/public";
import { dependsOn, validUntil } from "@/lib/server/bridge";
import type { publicSettings, SiteSettings } from "@/lib/settings/schema";

/** One page of a post's comments. */
export interface Thread extends Page {
  /** All comments of the post that readers see, on whichever page. */
  count: number;
  /** The first comment of the thread that alone is shown. */
  only: string | null;
  /** Whether the next pages hold older comments. */
  isNewestFirst: boolean;
  /** The comment that the form answers (`replyto`). */
  replyTo: { id: string; name: string } | null;
  /** Whether the post came from WordPress: then links to its comments may name them by their numbers there. */
  isFromWordPress: boolean;
}

const PLAIN_VIEW: ThreadView = { threadDepth: 5, threadOrder: "oldest", commentsPerPage: 50, authorIds: [] };

/**
 * One page of a published post's approved comments: as many as the site says, in its order, each first one with its
 * answers (at most 20); or, with `replies`, the thread of that comment with 50 of its answers, that comment among them.
 * Takes the post's id, the page's query (what makes no sense there is not asked for), and how it is shown. Costs the
 * same with 100,000 comments. Indexes: comment_public_roots, comment_public_answers, the primary key. Shows: the post's
 * thread.
 */
export async function publishedThread(postId: string, query: ThreadQuery = {}, view: ThreadView = PLAIN_VIEW): Promise<Thread> {
  dependsOn(tags.thread(postId));
  const { replies, replyto, ...cursors } = parseThreadQuery(query);
  const [post, replyTo, asked] = await Promise.all([
    publicDb.post.findUnique({ where: { id: postId }, select: { approvedComments: true, wordpressId: true } }),
    replyto ? threadOf(postId, replyto) : null,
    replies ? askedThread(postId, replies) : null,
  ]);
  const isNewestFirst = !asked && view.threadOrder === "newest";
  const page = asked ? await oneThread(asked, cursors, view) : await firstComments({ postId, isNewestFirst }, cursors, view);
  return {
    count: post?.approvedComments ?? 0,
    only: asked?.root.id ?? null,
    isNewestFirst,
    replyTo: answerable(replyTo),
    isFromWordPress: post?.wordpressId != null,
    ...page,
  };
}

function answerable(asked: Awaited<ReturnType<typeof threadOf>>): Thread["replyTo"] {
  if (!asked || asked.comment.withdrawnAt || asked.root.closedAt) return null;
  return { id: asked.comment.id, name: asked.comment.name };
}

/**
 * The rules in force for the discussion of a published post, as readers meet them. Takes its id and the site's settings.
 * Indexes: see `overridesSql`. Shows: the post, and the categories that it lies in.
 */
export async function publicRules(postId: string, settings: z.infer<typeof publicSettings>) {
  const [post] = await publicDb.$queryRaw<Overridden[]>(overridesSql([postId], PUBLIC_OVERRIDE));
  dependsOn(tags.post(postId), ...(post?.categories ?? []).map((id) => tags.category(id)));
  return inForce(settings, post?.overrides ?? []);
}

/**
 * Why a published post takes no comments of readers now; null when it takes them. Takes the post as it was read, and the
 * rules in force. A page that shows the form is true until the comments close by themselves.
 */
export function threadClosing(
  post: Omit<Commentable, "status">,
  rules: CommentRules & Pick<SiteSettings, "commenters">,
): ThreadClosing | null {
  const reason = closingOf({ ...post, status: "published" }, rules, new Date());
  const end = closesAt(post, rules);
  if (reason) return { reason, closedAt: reason === "age" ? end : null };
  if (end) validUntil(end);
  if (rules.commenters === "staff") return { reason: "staff", closedAt: null };
  return null;
}
