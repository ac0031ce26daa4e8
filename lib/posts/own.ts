import { privateDb } from "@/lib/db/private";
import { card } from "@/lib/posts/cards";
import { blocksOf } from "@/lib/posts/compare";
import { inOrderOf } from "@/lib/ids";
import type { PostDocument } from "@/lib/posts/document";
import { draftOf, type DraftFields } from "@/lib/posts/draft";
import { isId } from "@/lib/posts/editable";
import { picturesOf } from "@/lib/posts/pictures";
import { withPlaceholders } from "@/lib/posts/placeholders";
import { openPreviewKey } from "@/lib/posts/preview-key";
import { readDocument } from "@/lib/posts/read-document";
import { renderDocument } from "@/lib/posts/render";
import { MAX_AUTHORS, MAX_RELATED, MAX_TAGS } from "@/lib/posts/schema";
import { shownRelated } from "@/lib/posts/shown-related";

/**
 * A post as it was saved last, public or not, as its page will show it: with today's date until it has one, with what
 * readers are told of its changes, and the Related Posts that they would see. Takes a preview's key, untrusted, and the time now. Null when the key is
 * not ours, or its link has expired or was ended. Indexes: primary keys, post_revision_post_id_version_key,
 * (post_id, position) of the row's lists, and those of `shownRelated`.
 */
export async function previewedPost(key: string, now: Date) {
  const linkId = openPreviewKey(key);
  const link = linkId && (await privateDb.previewLink.findUnique({ where: { id: linkId }, select: LINK }));
  if (!link || link.endedAt !== null || link.expiresAt <= now) return null;
  const { version, appliedVersion, authors, related, tags, ...row } = link.post;
  const newest = version === appliedVersion ? null : await privateDb.postRevision.findFirst(newestOf(row.id));
  const draft = newest && draftOf(newest.fields, newest.schema);
  const chosen = draft?.relatedIds.filter(isId) ?? related.map(({ relatedId }) => relatedId);
  const shown = { ...row, ...(draft && (await shownDraft(draft))) };
  return {
    ...shown,
    bodyHtml: await withPlaceholders(privateDb, shown.bodyHtml),
    publishedAt: row.publishedAt ?? now,
    authors: draft?.authorIds ? await namesOf(draft.authorIds) : authors.map(({ user }) => user),
    tags: draft ? await tagsOf(draft.tagIds) : tags.map(({ tag }) => tag),
    related: await shownRelated(privateDb, row.id, chosen),
    expiresAt: link.expiresAt,
  };
}

const NAME = { id: true, name: true, slug: true } as const;
const LINK = {
  endedAt: true,
  expiresAt: true,
  post: {
    select: {
      ...card,
      kind: true,
      bodyHtml: true,
      version: true,
      appliedVersion: true,
      revisedAt: true,
      corrections: { select: { id: true, text: true, at: true }, orderBy: { at: "asc" }, take: 50 },
      tags: { select: { tag: { select: NAME } }, orderBy: { position: "asc" }, take: MAX_TAGS },
      authors: { select: { user: { select: NAME } }, orderBy: { position: "asc" }, take: MAX_AUTHORS },
      related: { select: { relatedId: true }, orderBy: { position: "asc" }, take: MAX_RELATED },
    },
  },
} as const;

function newestOf(postId: string) {
  return { where: { postId }, select: { fields: true, schema: true }, orderBy: { version: "desc" } } as const;
}

/** What is not in the row yet, made as a save of finished fields makes it. */
async function shownDraft({ title, standfirst, lang, body, categoryId, leadMediaId }: DraftFields) {
  const document = finishedPart(body);
  const pictures = await picturesOf(privateDb, renderDocument(document).mediaIds);
  return {
    title,
    standfirst,
    lang,
    bodyHtml: renderDocument(document, pictures, lang).html,
    category: isId(categoryId) ? await privateDb.category.findUnique({ where: { id: categoryId }, select: card.category.select }) : null,
    leadMedia: isId(leadMediaId) ? await privateDb.media.findUnique({ where: { id: leadMediaId }, select: card.leadMedia.select }) : null,
  };
}

/** The text without the blocks that are not finished, such as a picture that still wants its alt text. */
function finishedPart(body: unknown): PostDocument {
  const read = readDocument(body);
  if ("document" in read) return read.document;
  const alone = blocksOf(body).map((block) => readDocument({ type: "doc", content: [block] }));
  return { type: "doc", content: alone.flatMap((each) => ("document" in each ? each.document.content : [])) };
}

async function tagsOf(tagIds: string[]) {
  const tags = await privateDb.tag.findMany({ where: { id: { in: tagIds.filter(isId) } }, select: NAME, take: MAX_TAGS });
  return inOrderOf(tagIds, tags);
}

async function namesOf(userIds: string[]) {
  const users = await privateDb.user.findMany({ where: { id: { in: userIds.filter(isId) } }, select: NAME, take: MAX_AUTHORS });
  return inOrderOf(userIds, users);
}
