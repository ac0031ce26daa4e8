import type { UseFormReturn } from "react-hook-form";
import { SIDE_FIELDS, type PostFields } from "@/lib/posts/schema";
import type { Refusal } from "@/lib/result";
import type { Values } from "./values";

/** The form of a post: what is typed, and what the schema makes of it. */
export type Form = UseFormReturn<Values, unknown, PostFields>;

const FIELDS = ["title", "standfirst", "body", ...SIDE_FIELDS] as const;

/** What is only missing so far is said at its field, and not of each draft that is saved. */
const MISSING = ["required", "altRequired"];

/** The first field, as the form shows them, that is marked as wrong and not only missing. */
export function firstWrong(form: Form): (typeof FIELDS)[number] | undefined {
  return FIELDS.find((field) => !MISSING.includes(form.getFieldState(field).error?.message ?? "required"));
}

/** Marks the fields that the server found wrong, each with its code, and focuses the first of them where asked. */
export function markWrong(form: Form, wrong: Refusal["fields"], { focus = false } = {}): void {
  const marked = FIELDS.filter((field) => wrong?.[field]);
  for (const field of marked) form.setError(field, { message: wrong?.[field]?.[0] }, { shouldFocus: focus && field === marked[0] });
}
