import type { UseFormReturn } from "react-hook-form";
import type { PostFields } from "@/lib/posts/schema";
import type { Refusal } from "@/lib/result";
import type { Values } from "./values";

/** The form of a post: what is typed, and what the schema makes of it. */
export type Form = UseFormReturn<Values, unknown, PostFields>;

const FIELDS = [
  "title",
  "standfirst",
  "body",
  "lang",
  "slug",
  "categoryId",
  "leadMediaId",
  "authorIds",
  "tagIds",
  "relatedIds",
  "mutualIds",
  "commentsOpen",
  "closeAfterDays",
  "seoTitle",
  "seoDescription",
  "canonicalUrl",
] as const;

/** Marks the fields that the server refused, each with its code. */
export function markWrong(form: Form, wrong: Refusal["fields"]): void {
  for (const field of FIELDS) if (wrong?.[field]) form.setError(field, { message: wrong[field][0] });
}

/** The form's fields as the server would take them, or null with each wrong field marked and the first focused. */
export function validFields(form: Form): Promise<PostFields | null> {
  return new Promise((resolve) => void form.handleSubmit(resolve, () => resolve(null))());
}
