import type { Tx } from "@/lib/db/private";
import { cleanLine } from "@/lib/posts/clean-text";
import type { CurrentPost } from "@/lib/posts/current";
import type { DraftFields } from "@/lib/posts/draft";
import { postInput } from "@/lib/posts/schema";
import { storePost, type Stored } from "@/lib/posts/store";
import { invalid, type Refusal } from "@/lib/result";

/** What a save made, which version the row shows, and which fields are not finished yet: until they are, it cannot show this one. */
export type Saved = Stored & { appliedVersion: number; wrong?: Refusal["fields"] };

/**
 * Lets the row of a post that is not public show what was just kept, if all of it is right; otherwise its title alone,
 * by which the newsroom's lists call it. A public post's row stays as readers see it, until somebody updates it. Takes
 * the locked post and the version that the save has. Returns what it made, with the fields that are wrong.
 */
export async function showDraft(tx: Tx, fields: DraftFields, current: CurrentPost, version: number): Promise<Saved> {
  const { id, kind, status } = current;
  const parsed = postInput.safeParse({ ...fields, id, kind });
  if (status === "published") return noteVersion(tx, current, { version }, parsed.error && invalid(parsed.error));
  const stored = parsed.success ? await storePost(tx, parsed.data, current, version) : invalid(parsed.error);
  if (stored.ok) return { id, slug: stored.slug, version, appliedVersion: version };
  return noteVersion(tx, current, { version, ...titleOf(fields) }, stored);
}

async function noteVersion(
  tx: Tx,
  { id, slug, appliedVersion }: CurrentPost,
  data: { version: number; title?: string },
  refusal?: Refusal,
): Promise<Saved> {
  await tx.post.update({ where: { id }, data: { ...data, updatedAt: new Date() }, select: { id: true } });
  return { id, slug, version: data.version, appliedVersion, ...(refusal && { wrong: refusal.fields }) };
}

/** The beginning of the typed title. Before it has one, a post that is no draft keeps its last (post_title_length). */
function titleOf({ title }: DraftFields): { title?: string } {
  const line = Array.from(cleanLine(title)).slice(0, 300).join("");
  return line ? { title: line } : {};
}
