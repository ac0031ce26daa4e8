import type { Tx } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { createDraft } from "@/lib/posts/create-draft";
import { lockPost } from "@/lib/posts/current";
import { draftInput, type Draft } from "@/lib/posts/draft";
import { keepFields } from "@/lib/posts/keep-fields";
import { mayWritePost, mayWritePosts } from "@/lib/posts/policy";
import { newestRevision, type NewestRevision } from "@/lib/posts/revision";
import type { Saved } from "@/lib/posts/show-draft";
import { withStored, type StaleRefusal } from "@/lib/posts/stale";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Keeps what was typed into a post or static page as its newest revision, finished or not; a new one becomes a draft.
 * What is not public shows it at once, if its fields are right; a public post's readers see it after `updatePost`.
 * Takes untrusted `draftInput`. Returns id, slug and version with the fields that are `wrong`; or `forbidden`,
 * `invalid` when it cannot be read, `postNotFound`, or `staleVersion` with the stored text when another save came first.
 * Rule: nobody silently writes over another's text, nor twice what was stored before (DESIGN.md §6).
 */
export async function savePost(actor: Actor, input: unknown): Promise<Result<Saved> | StaleRefusal> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = draftInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const draft = parsed.data;
  return withStored(await transact((tx) => keep(tx, actor, draft)), draft.id);
}

async function keep(tx: Tx, actor: Actor, draft: Draft): Promise<Result<Saved>> {
  if (await comesTooLate(tx, actor, draft)) return { ok: false, error: "staleVersion" };
  const { id, version, kind, isAutosave, key, unanswered, ...fields } = draft;
  const found = id ? await lockPost(tx, id) : null;
  if (!found && version !== undefined) return { ok: false, error: "postNotFound" };
  const authorIds = kind === "post" ? [actor.id] : [];
  if (!mayWritePost(actor, found ?? { kind, status: "draft", authorIds })) return { ok: false, error: "forbidden" };
  const newest = found && (await newestRevision(tx, found.id));
  if (found && found.version !== version && !isOwn(newest, actor, unanswered)) return { ok: false, error: "staleVersion" };
  const current = found ?? (await createDraft(tx, { id, kind, lang: fields.lang, authorIds }));
  if (!current) return { ok: false, error: "staleVersion" };
  const keptAs = isAutosave ? "autosave" : "save";
  return keepFields(tx, actor, current, { kind: keptAs, saveKey: key ?? null, fields, act: "post.save", isNew: !found });
}

/**
 * Whether somebody else has stored the post since, for sure: versions only grow. Asked before the row is locked as well as
 * under the lock, so that of a crowd who save one version those who lost it do not wait for one another.
 */
async function comesTooLate(tx: Tx, actor: Actor, { id, version, unanswered }: Draft): Promise<boolean> {
  if (!id || version === undefined) return false;
  const current = await tx.post.findUnique({ where: { id }, select: { version: true } });
  if (!current || current.version === version) return false;
  const post = await tx.post.findUnique({ where: { id }, select: OWNED });
  if (!post || !mayWritePost(actor, { ...post, authorIds: post.authors.map(({ userId }) => userId) })) return false;
  return !isOwn(post.revisions[0] ?? null, actor, unanswered);
}

const OWNED = {
  kind: true,
  status: true,
  authors: { select: { userId: true } },
  revisions: { select: { userId: true, saveKey: true }, orderBy: { version: "desc" }, take: 1 },
} as const;

/** Whether the newest text is what this editor itself sent before, without hearing that it was stored. */
function isOwn(newest: Pick<NewestRevision, "userId" | "saveKey"> | null, actor: Actor, unanswered: string[]): boolean {
  return newest?.userId === actor.id && newest.saveKey !== null && unanswered.includes(newest.saveKey);
}
