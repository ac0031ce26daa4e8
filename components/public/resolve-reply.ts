import type { Resolver } from "react-hook-form";
import { commentInput, type CommentInput, type TypedComment } from "@/lib/comments/schema";

/**
 * Checks the form by the schema of comments, for react-hook-form: each field's first issue, its message a code.
 * (@hookform/resolvers, which the newsroom uses, brings 1 KB for unions, lists and the browser's own bubbles.)
 */
export const resolveReply: Resolver<TypedComment, unknown, CommentInput> = (values) => {
  const parsed = commentInput.safeParse(values);
  if (parsed.success) return { values: parsed.data, errors: {} };
  const issues = parsed.error.issues.map(({ path, message }) => [String(path[0]), { type: "schema", message }] as const);
  return { values: {}, errors: Object.fromEntries(issues.reverse()) };
};
