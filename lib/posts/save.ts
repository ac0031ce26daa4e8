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

/** Whether the newest text is what this editor itself sent before, without hearing that it was stored. */
function isOwn(newest: NewestRevision | null, actor: Actor, unanswered: string[]): boolean {
  return newest?.userId === actor.id && newest.saveKey !== null && unanswered.includes(newest.saveKey);
}
