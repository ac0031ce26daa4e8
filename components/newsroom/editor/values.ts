import type { EditablePost } from "@/lib/posts/editable";
import type { PostInput } from "@/lib/posts/schema";
import type { EditorPage, Standing } from "./view";

/** The fields as the form holds them. */
export type Values = PostInput;

const EMPTY = { type: "doc", content: [{ type: "paragraph" }] };

/** The fields that an editor opens with: the post's, or those of a new one. */
export function valuesOf({ post, lang, actor, kind }: EditorPage): Values {
  if (post) return storedValues(post);
  const authorIds = kind === "post" ? [actor.id] : undefined;
  return {
    title: "",
    standfirst: "",
    body: EMPTY,
    lang,
    slug: "",
    categoryId: "",
    leadMediaId: null,
    authorIds,
    relatedIds: [],
    commentsOpen: true,
  };
}

/** A stored post as the form's fields. */
export function storedValues(post: EditablePost): Values {
  const { title, standfirst, body, lang, slug, commentsOpen } = post;
  return {
    title,
    standfirst,
    body,
    lang,
    slug,
    categoryId: post.categoryId ?? "",
    leadMediaId: post.leadMedia?.id ?? null,
    authorIds: post.authors.length ? post.authors.map(({ id }) => id) : undefined,
    relatedIds: post.related.map(({ id }) => id),
    commentsOpen,
  };
}

/** How a stored post stands. */
export function standingOf({ id, version, slug, status, publishedAt }: EditablePost): Standing {
  return { id, version, slug, status, wasPublic: publishedAt !== null };
}
