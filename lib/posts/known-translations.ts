import { z } from "zod";
import { privateDb } from "@/lib/db/private";
import type { RelatablePost } from "@/lib/posts/newsroom";
import { mayReadPost, mayWritePosts } from "@/lib/posts/policy";
import { MAX_TRANSLATIONS } from "@/lib/posts/translation-group";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

const ref = z.object({ id: z.uuid() });
const NAMED = { id: true, title: true, status: true, lang: true } as const;
const OWNED = { kind: true, authors: { select: { userId: true }, take: 10 } } as const;

/**
 * The translations of a post, in the order of their languages, as far as the actor may see them: the public ones, and
 * those that are the actor's to open. Takes the actor and an untrusted `{ id }`. Returns them, or `forbidden`,
 * `invalid`, `postNotFound`. Index: post_translations.
 */
export async function knownTranslations(actor: Actor, input: unknown): Promise<Result<{ translations: RelatablePost[] }>> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = ref.safeParse(input);
  if (!parsed.success) return { ok: false, error: "invalid" };
  const { id } = parsed.data;
  const post = await privateDb.post.findUnique({ where: { id }, select: { status: true, translationGroupId: true, ...OWNED } });
  if (!post) return { ok: false, error: "postNotFound" };
  const mayRead = (each: Pick<typeof post, "kind" | "status" | "authors">) =>
    mayReadPost(actor, { ...each, authorIds: each.authors.map(({ userId }) => userId) });
  if (!mayRead(post)) return { ok: false, error: "forbidden" };
  const { translationGroupId } = post;
  if (!translationGroupId) return { ok: true, translations: [] };
  const found = await privateDb.post.findMany({
    where: { translationGroupId, id: { not: id } },
    select: { ...NAMED, ...OWNED },
    orderBy: { lang: "asc" },
    take: MAX_TRANSLATIONS,
  });
  const visible = found.filter((each) => each.status === "published" || mayRead(each));
  return { ok: true, translations: visible.map(({ kind: _, authors: __, ...named }) => named) };
}
