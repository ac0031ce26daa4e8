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
    tagIds: [],
    relatedIds: [],
    mutualIds: [],
    commentsOpen: true,
    closeAfterDays: "",
    seoTitle: "",
    seoDescription: "",
    canonicalUrl: "",
  };
}

/** A stored post as the form's fields: a slug that follows the title is shown as it is now, and a select knows no null. */
export function storedValues({ fields, slug }: EditablePost): Values {
  return { ...fields, slug: fields.slug || slug, categoryId: fields.categoryId ?? "", closeAfterDays: fields.closeAfterDays ?? "" };
}

/** How a stored post stands. */
export function standingOf({ id, version, appliedVersion, slug, status, publishedAt, revisedAt }: EditablePost): Standing {
  return { id, version, appliedVersion, slug, status, wasPublic: publishedAt !== null, revisedAt };
}
