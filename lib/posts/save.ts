import { privateDb } from "@/lib/db/private";
import { lockPost, type CurrentPost } from "@/lib/posts/current";
import { loadEditable, type EditablePost } from "@/lib/posts/editable";
import { mayEditAllPosts, mayWritePost, mayWritePosts } from "@/lib/posts/policy";
import { postInput, type PostFields } from "@/lib/posts/schema";
import { storePost, type Stored } from "@/lib/posts/store";
import { invalid, type Refusal, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** Somebody saved the post since it was opened: the stored text, so that the editor can show both (DESIGN.md §6). */
export interface StaleRefusal extends Refusal {
  error: "staleVersion";
  stored: EditablePost;
}

/**
 * Saves a post or static page: a new one as a draft, or, with `id`, that one; what is public stays public and shows
 * the new text. Takes untrusted fields (`postInput`). Returns id, slug and version, or `forbidden`, `invalid` with
 * fields, `postNotFound`, or `staleVersion` with the stored text when `version` is not the stored one.
 * Rules: roles in policy.ts; an address once public redirects for good (CONTRACT.md 1).
 */
export async function savePost(actor: Actor, input: unknown): Promise<Result<Stored> | StaleRefusal> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = postInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const fields = parsed.data;
  return privateDb.$transaction(async (tx) => {
    const current = fields.id ? await lockPost(tx, fields.id) : null;
    if (fields.id && !current) return { ok: false, error: "postNotFound" };
    const authorIds = byLines(actor, fields, current);
    if (!mayWritePost(actor, current ?? { kind: fields.kind, status: "draft", authorIds: authorIds ?? [] })) return { ok: false, error: "forbidden" };
    if (current && current.version !== fields.version) return stale(await loadEditable(tx, current.id));
    return storePost(tx, { actorId: actor.id, act: "post.save" }, { ...fields, authorIds }, current);
  });
}

/** Who chooses no by-lines, or may not, leaves them as they are; a new post carries its writer's, a page nobody's. */
function byLines(actor: Actor, { kind, authorIds }: PostFields, current: CurrentPost | null): string[] | undefined {
  if (authorIds && mayEditAllPosts(actor)) return authorIds;
  return current || kind === "page" ? undefined : [actor.id];
}

function stale(stored: EditablePost | null): StaleRefusal | Refusal {
  return stored ? { ok: false, error: "staleVersion", stored } : { ok: false, error: "postNotFound" };
}
