import fs from "node:fs";
import { recordAudit } from "@/lib/audit/record";
import type { Tx } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { createDraft } from "@/lib/posts/create-draft";
import { lockPost, type CurrentPost } from "@/lib/posts/current";
import { loadEditable } from "@/lib/posts/editable";
import { gapsOf, inputFrom, type Chosen } from "@/lib/posts/import-fields";
import type { ImportOptions } from "@/lib/posts/import-options";
import { keepFormer } from "@/lib/posts/keep-former";
import type { Source } from "@/lib/posts/import-source";
import { makePublic } from "@/lib/posts/publish";
import { writeRevision } from "@/lib/posts/revision";
import { MAX_TAGS, postInput, type PostFields } from "@/lib/posts/schema";
import { storePost, type Stored } from "@/lib/posts/store";
import { invalid, type Result } from "@/lib/result";
import { siteSettings } from "@/lib/settings/public";
import { findOrMakeCategory } from "@/lib/taxonomy/create-category";
import { findOrMakeTag } from "@/lib/taxonomy/create-tag";

/** What an import did. `tags`: how many a new post got; what an editor chose later stays. */
export type Imported = { id: string; slug: string; change: "new" | "updated" | "unchanged"; isPublished: boolean; tags: number };

/** Who does it: whoever may run a command on the site's machine has its database. */
const BY = { actorId: null, rule: "import" } as const;

/** Two imports of one file at once must not make two posts. */
const IMPORT_LOCK = 505_423;

/**
 * Brings a file's post in, as the site itself. The same source, by its real path or else its content, updates its post. Returns what was done, or
 * `staleVersion` when the post was edited since and `force` is not set, or `invalid` with fields; then nothing of
 * it is kept.
 */
export async function importPost(source: Source, options: ImportOptions = {}): Promise<Result<Imported>> {
  const { locale } = await siteSettings();
  return transact(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${IMPORT_LOCK})`;
    const found = await findImported(tx, source);
    const name = options.category ?? (found ? undefined : options.begins?.category);
    const category = name === undefined ? null : await findOrMakeCategory(tx, BY, { name });
    if (category && !category.ok) return { ...category, fields: { category: category.fields?.name ?? [] } };
    const tagIds = found ? [] : await tagIdsOf(tx, options.begins?.tags);
    return bringIn(tx, source, found, { ...options, locale, categoryId: category?.id, tagIds });
  });
}

/** Those that cannot be tags here (more than 80 characters) are left out, and those beyond as many as a post has are not made. */
async function tagIdsOf(tx: Tx, names: string[] = []): Promise<string[]> {
  const ids = new Set<string>();
  for (const name of names) {
    if (ids.size === MAX_TAGS) break;
    const tag = await findOrMakeTag(tx, BY, { name });
    if (tag.ok) ids.add(tag.id);
  }
  return [...ids];
}

async function bringIn(tx: Tx, source: Source, found: Found | null, options: Chosen): Promise<Result<Imported>> {
  const current = found && (await lockPost(tx, found.id));
  const stored = current && (await loadEditable(tx, current.id));
  const isEdited = current !== null && current.version !== found?.sourceVersion;
  const gaps = stored && !isEdited ? gapsOf(stored, options.begins) : {};
  const isSame =
    found?.isSameText === true &&
    Object.keys(gaps).length === 0 &&
    (options.lang ?? stored?.fields.lang) === stored?.fields.lang &&
    (options.categoryId ?? stored?.fields.categoryId) === stored?.fields.categoryId;
  if (current && isSame && !(isEdited && options.force)) return finish(tx, current, "unchanged", options);
  if (isEdited && !options.force) return { ok: false, error: "staleVersion" };
  const fields = postInput.safeParse(inputFrom(source, stored && { ...stored.fields, kind: stored.kind, ...gaps }, options));
  if (!fields.success) return invalid(fields.error);
  const post = await storeImported(tx, fields.data, current);
  if (!post.ok) return post;
  const sourcePath = found && isElsewhere(found.sourcePath, source.path) ? found.sourcePath : source.path;
  await tx.post.update({
    where: { id: post.id },
    data: { sourcePath, sourceHash: source.hash, sourceVersion: post.version },
    select: { id: true },
  });
  if (!current) await bringBack(tx, post.id, source.path);
  const saved = await lockPost(tx, post.id);
  if (!saved) throw new Error("The post that was just written is not there.");
  return finish(tx, saved, current ? "updated" : "new", options);
}

/** What was deleted for good is here again; the comments that were deleted before it stay away (lib/posts/empty-trash.ts). */
async function bringBack(tx: Tx, postId: string, sourcePath: string): Promise<void> {
  const gone = await tx.gonePost.findUnique({ where: { sourcePath }, select: { comments: true } });
  if (!gone) return;
  await tx.goneComment.createMany({ data: gone.comments.map((wordpressId) => ({ postId, wordpressId })) });
  await tx.gonePost.delete({ where: { sourcePath }, select: { sourcePath: true } });
}

/** Keeps what came in as a revision of the site's own, shows it at once, and tells the ledger. */
async function storeImported(tx: Tx, fields: PostFields, found: CurrentPost | null): Promise<Result<Stored>> {
  const { kind, lang, ...rest } = fields;
  const current = found ?? (await createDraft(tx, { kind, lang, authorIds: [] }));
  if (!current) throw new Error("A new id was taken.");
  const version = found ? found.version + 1 : current.version;
  const post = await storePost(tx, fields, current, version);
  if (!post.ok) return post;
  const kept = { postId: post.id, version, kind: "import" as const, userId: null, saveKey: null, fields: { lang, ...rest } };
  await writeRevision(tx, null, kept, new Date());
  await recordAudit(tx, {
    ...BY,
    act: "post.import",
    subject: { type: "post", id: post.id },
    ...(found && { from: { version: found.version, slug: found.slug } }),
    to: { version, slug: post.slug },
  });
  return post;
}

async function finish(tx: Tx, post: CurrentPost, change: Imported["change"], options: Chosen): Promise<Result<Imported>> {
  const { id, slug } = post;
  const kept = await keepFormer(tx, post, options.former ?? []);
  if (!kept.ok) return kept;
  const isPublished = post.status === "published";
  const done = { ok: true, id, slug, change, isPublished, tags: options.tagIds.length } as const;
  if (!options.publish || isPublished || (options.publish === "once" && !isUnseen(post))) return done;
  const { publishedAt } = options;
  if (publishedAt) await tx.post.updateMany({ where: { id, publishedAt: null }, data: { publishedAt } });
  const published = await makePublic(tx, BY, post);
  return published.ok ? { ...done, change: change === "unchanged" ? "updated" : change, isPublished: true } : published;
}

/** Whether readers never had it, and nobody put it where it does not appear by itself. */
function isUnseen({ status, wasPublic }: CurrentPost): boolean {
  return !wasPublic && (status === "draft" || status === "in_review");
}

type Found = NonNullable<Awaited<ReturnType<typeof findImported>>>;

/** The post that came of this source: by its path, or else by its content. Indexes: post_source_path_key, post (source_hash). */
async function findImported(tx: Tx, { path, hash }: Source) {
  const select = { id: true, sourcePath: true, sourceHash: true, sourceVersion: true } as const;
  const found =
    (await tx.post.findUnique({ where: { sourcePath: path }, select })) ??
    (await tx.post.findFirst({ where: { sourceHash: hash }, orderBy: { id: "asc" }, select }));
  return found && { ...found, isSameText: found.sourceHash !== null && hash.equals(found.sourceHash) };
}

/** A copy of a source that is still there does not take its place. */
function isElsewhere(known: string | null, path: string): boolean {
  return known !== null && known !== path && fs.existsSync(known);
}
