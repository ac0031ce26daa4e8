import * as z from "zod/mini";
import { publicDb } from "@/lib/db/public";

const id = z.uuid();

/** The path of a published post's page, or null. Takes its id as somebody sent it. Index: the primary key. */
export async function publishedPath(postId: unknown): Promise<string | null> {
  const parsed = id.safeParse(postId);
  if (!parsed.success) return null;
  const post = await publicDb.post.findUnique({ where: { id: parsed.data }, select: { slug: true } });
  return post && `/${post.slug}`;
}
