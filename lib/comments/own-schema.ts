import * as z from "zod/mini";
import { clean, commentInput } from "@/lib/comments/schema";

// Apart from schema.ts, of which the reply form's script holds all that it cannot prove to be unused.

/** What its author sends to change a comment: the text, and which one was changed (lib/comments/policy.ts, editVersion). */
export const editInput = z.object({ body: commentInput.shape.body, seen: z._default(z.string(), "") });

/** Of what a comment's author wants to be told, as checkboxes send it: with a value, or not at all. At least one. */
export const subscribeInput = z
  .object({ published: z.optional(z.string()), answered: z.optional(z.string()) })
  .check(z.refine(({ published, answered }) => Boolean(published || answered), { error: "required", path: ["published"] }));

/** Whose replies are looked for. */
export const findInput = z.object({ email: commentInput.shape.email });

/** What a preview needs of it: the text, and the name if one was typed yet. */
export const previewInput = z.object({ body: commentInput.shape.body, name: z._default(z.string().check(z.overwrite(clean)), "") });
