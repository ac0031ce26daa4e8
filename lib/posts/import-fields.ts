import type { EditablePost } from "@/lib/posts/editable";
import type { ImportOptions } from "@/lib/posts/import-options";
import type { Source } from "@/lib/posts/import-source";
import type { PostInput } from "@/lib/posts/schema";

/** How a file shall come in, with what was found for it here. */
export type Chosen = ImportOptions & { locale: string; categoryId: string | undefined; tagIds: string[] };

/**
 * What a post that came in before has not yet of what it would begin with now: its by-lines, once who wrote it is of the
 * newsroom, and its lead picture, once it is there. Takes the post and what a new one would begin with.
 */
export function gapsOf(
  { fields }: Pick<EditablePost, "fields">,
  begins: ImportOptions["begins"] = {},
): Pick<PostInput, "authorIds" | "leadMediaId"> {
  const { authorIds, leadMediaId } = begins;
  return {
    ...(!fields.authorIds?.length && authorIds?.length && { authorIds }),
    ...(!fields.leadMediaId && leadMediaId && { leadMediaId }),
  };
}

/** What the editor chose for the post stays; the texts, and what the command says, are the source's. */
export function inputFrom(source: Source, kept: Partial<PostInput> | null, options: Chosen): PostInput {
  return {
    ...(kept ?? { ...options.begins, tagIds: options.tagIds }),
    title: source.title,
    standfirst: source.standfirst,
    body: { type: "doc", content: source.blocks },
    lang: options.lang ?? kept?.lang ?? source.lang ?? options.locale,
    categoryId: options.categoryId ?? kept?.categoryId ?? null,
  };
}
