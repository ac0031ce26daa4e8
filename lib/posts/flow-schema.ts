import { z } from "zod";
import { cleanText } from "@/lib/posts/clean-text";
import { POSTS_PER_PAGE } from "@/lib/posts/list-schema";
import { tooLong } from "@/lib/result";

/** The most characters (code points) of a note between colleagues, and of a correction that readers see. */
export const MAX_NOTE_CHARS = 5000;
export const MAX_CORRECTION_CHARS = 2000;

const id = z.uuid("invalidChoice");

function text(most: number) {
  return z
    .string("required")
    .transform(cleanText)
    .pipe(
      z
        .string()
        .trim()
        .min(1, "required")
        .refine((typed) => Array.from(typed).length <= most, tooLong(most)),
    );
}

/** When a post shall be published: a wall clock's time in the site's zone, as `<input type="datetime-local">` sends it; `offset` tells which one is meant where it comes twice. */
export const scheduleInput = z.object({
  id,
  at: z.string("required").regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, "required"),
  offset: z
    .string()
    .regex(/^[+-]\d\d:\d\d$/, "invalidChoice")
    .optional(),
});

/** A post that is given back to who wrote it, with what is still to be done. */
export const sendBackInput = z.object({ id, note: text(MAX_NOTE_CHARS) });

/** Who is to go on with a post; null: nobody in particular. */
export const assignInput = z.object({ id, userId: z.union([z.literal("").transform(() => null), z.null(), id], "invalidChoice") });

/** A note on a post, or, with `parentId`, an answer to one. */
export const noteInput = z.object({ id, parentId: id.optional(), text: text(MAX_NOTE_CHARS) });

/** Which thread of notes is settled, or is not. */
export const resolveInput = z.object({ id, isResolved: z.boolean("invalidChoice") });

/** What was wrong in a post and is right now, in readers' words. */
export const correctionInput = z.object({ id, text: text(MAX_CORRECTION_CHARS) });

/** The category that a post shall have; null: none. */
export const categoryChoice = z.object({ id, categoryId: z.union([z.literal("").transform(() => null), z.null(), id], "invalidChoice") });

/** What is done with several posts of a list at once. */
export const BULK_ACTS = ["publish", "category", "trash", "restore"] as const;
export type BulkAct = (typeof BULK_ACTS)[number];
export const bulkInput = z.object({
  ids: z.array(id, "required").min(1, "required").max(POSTS_PER_PAGE, "tooLong"),
  act: z.enum(BULK_ACTS, "invalidChoice"),
  categoryId: z.string().default(""),
});
