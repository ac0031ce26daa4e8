import { renderComment } from "@/lib/comments/markdown";
import { previewInput } from "@/lib/comments/own-schema";
import { invalid, type Result } from "@/lib/result";

/** What a comment would look like. */
export interface CommentPreview {
  /** Empty when none was typed yet. */
  name: string;
  /** Safe HTML (lib/comments/markdown.ts). */
  html: string;
}

/**
 * Shows a reader what their comment would look like, and stores nothing: so it asks for the text only, and a name or
 * an address may still be missing or wrong. Takes untrusted fields. Refuses with `invalid` and its fields. What it costs
 * is bounded by the length of a comment (CONTRACT.md 10).
 */
export function previewComment(input: unknown): Result<CommentPreview> {
  const parsed = previewInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { name, body } = parsed.data;
  return { ok: true, name, html: renderComment(body) };
}
