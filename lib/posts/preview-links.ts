import { z } from "zod";
import { privateDb } from "@/lib/db/private";
import { mayReadPost, mayWritePosts } from "@/lib/posts/policy";
import { previewPath } from "@/lib/posts/preview-key";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

const MOST_LINKS = 100;

/** A private link to a post's preview that opens now. */
export interface PreviewLink {
  id: string;
  path: string;
  by: string;
  isOwn: boolean;
  createdAt: Date;
  expiresAt: Date;
}

/** A post's preview for whoever writes it: the links that open it now, newest first. */
export interface PostPreview {
  post: { id: string; kind: "post" | "page"; title: string };
  links: PreviewLink[];
}

/**
 * A post and the private links that open its preview now. Takes the actor, an untrusted id and the time now. Returns
 * them, or `forbidden`, `postNotFound`. Index: preview_link (post_id, id).
 */
export async function postPreview(actor: Actor, id: string, now = new Date()): Promise<Result<PostPreview>> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const post = z.uuid().safeParse(id).success ? await privateDb.post.findUnique({ where: { id }, select: POST }) : null;
  if (!post) return { ok: false, error: "postNotFound" };
  if (!mayReadPost(actor, { ...post, authorIds: post.authors.map(({ userId }) => userId) })) return { ok: false, error: "forbidden" };
  const links = await privateDb.previewLink.findMany({
    where: { postId: id, endedAt: null, expiresAt: { gt: now } },
    select: { id: true, createdAt: true, expiresAt: true, user: { select: { id: true, name: true } } },
    orderBy: { id: "desc" },
    take: MOST_LINKS,
  });
  return {
    ok: true,
    post: { id, kind: post.kind, title: post.title },
    links: links.map(({ user, ...link }) => ({ ...link, path: previewPath(link.id), by: user.name, isOwn: user.id === actor.id })),
  };
}

const POST = { kind: true, status: true, title: true, authors: { select: { userId: true } } } as const;
