import { z } from "zod";
import type { RevisionKind } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { compareBlocks, compareTexts, blocksOf, type Row } from "@/lib/posts/compare";
import { draftOf } from "@/lib/posts/draft";
import { mayReadPost, mayWritePost, mayWritePosts } from "@/lib/posts/policy";
import { SIDE_FIELDS } from "@/lib/posts/schema";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** Revisions on one page of a post's list. */
export const REVISIONS_PER_PAGE = 30;

/** A revision in a post's list. */
export interface ListedRevision {
  version: number;
  kind: RevisionKind;
  /** Null: the site itself. */
  by: string | null;
  at: Date;
}

/** One revision beside another. */
export interface Comparison {
  from: ListedRevision | null;
  to: ListedRevision;
  title: Row<string>;
  standfirst: Row<string>;
  body: Row<unknown>[];
  /** The other fields that are not the same. */
  fields: (typeof SIDE_FIELDS)[number][];
}

const askedVersion = z.coerce
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1)
  .optional()
  .catch(undefined);

/** What is asked of a post's revisions, untrusted: what cannot be read counts as not asked. */
const revisionsQuery = z.object({ before: askedVersion, from: askedVersion, to: askedVersion });

/** A post's revisions as their page shows them. */
export interface Revisions {
  post: { id: string; kind: "post" | "page"; title: string; version: number; appliedVersion: number; mayRestore: boolean };
  listed: ListedRevision[];
  /** The `before` that goes on, or null. */
  next: number | null;
  /** Null: the post has no revision yet. */
  compared: Comparison | null;
}

/**
 * A post's revisions, newest first, and two of them side by side: `to` (or the newest) and `from` (or the one before it).
 * Takes the actor, an untrusted id and the untrusted query `{ before, from, to }`. Returns them, or `forbidden`,
 * `postNotFound`. Index: post_revision_post_id_version_key.
 */
export async function postRevisions(actor: Actor, id: string, query: unknown): Promise<Result<Revisions>> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const post = z.uuid().safeParse(id).success ? await privateDb.post.findUnique({ where: { id }, select: POST }) : null;
  if (!post) return { ok: false, error: "postNotFound" };
  const owned = { ...post, authorIds: post.authors.map(({ userId }) => userId) };
  if (!mayReadPost(actor, owned)) return { ok: false, error: "forbidden" };
  const { before, from, to } = revisionsQuery.parse(query);
  const rows = await privateDb.postRevision.findMany({
    where: { postId: id, ...(before && { version: { lt: before } }) },
    select: LISTED,
    orderBy: { version: "desc" },
    take: REVISIONS_PER_PAGE + 1,
  });
  const shown = rows.slice(0, REVISIONS_PER_PAGE);
  const { kind, title, version, appliedVersion } = post;
  return {
    ok: true,
    post: { id, kind, title, version, appliedVersion, mayRestore: mayWritePost(actor, owned) },
    listed: shown.map(listed),
    next: rows.length > shown.length ? (shown.at(-1)?.version ?? null) : null,
    compared: await compare(id, from, to),
  };
}

const POST = {
  kind: true,
  status: true,
  trashedFrom: true,
  title: true,
  version: true,
  appliedVersion: true,
  authors: { select: { userId: true } },
} as const;
const LISTED = { version: true, kind: true, updatedAt: true, user: { select: { name: true } } } as const;

function listed(row: { version: number; kind: RevisionKind; updatedAt: Date; user: { name: string } | null }): ListedRevision {
  return { version: row.version, kind: row.kind, by: row.user?.name ?? null, at: row.updatedAt };
}

async function compare(postId: string, from: number | undefined, to: number | undefined): Promise<Comparison | null> {
  const right = await revision(postId, to === undefined ? {} : { version: to });
  if (!right) return null;
  const left = await revision(postId, { version: from === undefined ? { lt: right.version } : from });
  const [before, after] = [left && draftOf(left.fields, left.schema), draftOf(right.fields, right.schema)];
  return {
    from: left && listed(left),
    to: listed(right),
    title: compareTexts(before?.title ?? "", after.title),
    standfirst: compareTexts(before?.standfirst ?? "", after.standfirst),
    body: compareBlocks(blocksOf(before?.body), blocksOf(after.body)),
    fields: before ? SIDE_FIELDS.filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null)) : [],
  };
}

function revision(postId: string, where: { version?: number | { lt: number } }) {
  return privateDb.postRevision.findFirst({
    where: { postId, ...where },
    select: { ...LISTED, fields: true, schema: true },
    orderBy: { version: "desc" },
  });
}
