import { z } from "zod";
import { literally } from "@/lib/db/like";
import { privateDb } from "@/lib/db/private";
import { cleanLine } from "@/lib/posts/clean-text";
import { mayEditAllPosts, mayWritePosts } from "@/lib/posts/policy";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** Posts and pages that a search for an address offers. */
const OFFERED = 6;

const query = z.object({ q: z.string().max(200).transform(cleanLine).pipe(z.string().min(1)) });

/** A post or page that a text may link to. */
export interface LinkTarget {
  id: string;
  title: string;
  path: string;
  isPublic: boolean;
}

/**
 * Posts and static pages of this site to link to: a part of the title, last touched first; for an author those that are
 * public, and the own ones. Takes untrusted `{ q }`. Returns up to 6, or `forbidden`, or `invalid`.
 * Index: post_title_search (of three letters or more), which costs by the number of titles that have them.
 */
export async function findLinkTargets(actor: Actor, input: unknown): Promise<Result<{ targets: LinkTarget[] }>> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = query.safeParse(input);
  if (!parsed.success) return { ok: false, error: "invalid" };
  const posts = await privateDb.post.findMany({
    where: {
      title: { contains: literally(parsed.data.q), mode: "insensitive" },
      status: { notIn: ["trash", "archived"] },
      ...(!mayEditAllPosts(actor) && { OR: [{ status: "published" }, { authors: { some: { userId: actor.id } } }] }),
    },
    select: { id: true, title: true, slug: true, status: true },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: OFFERED,
  });
  const targets = posts.map(({ id, title, slug, status }) => ({ id, title, path: `/${slug}`, isPublic: status === "published" }));
  return { ok: true, targets };
}
