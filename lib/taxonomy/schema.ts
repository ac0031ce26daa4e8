import { z } from "zod";
import { cleanLine, cleanText } from "@/lib/posts/clean-text";
import { tooLong } from "@/lib/result";

/** The longest slug, in characters (the database checks it too). */
const MAX_SLUG_CHARS = 120;
/** How many categories a site has at most: each page that shows their tree reads them all. */
export const MAX_CATEGORIES = 500;

const maxCodePoints = (most: number) => [(text: string) => Array.from(text).length <= most, tooLong(most)] as const;
const id = z.uuid("invalidChoice");

/** A category's or tag's name: one line. */
export const nameInput = z
  .string("required")
  .transform(cleanLine)
  .pipe(
    z
      .string()
      .min(1, "required")
      .refine(...maxCodePoints(80)),
  );

/** What a new category or tag is given. */
export const newInput = z.object({ name: nameInput });

/** Nothing chosen: null, or the empty value of a form's select. */
const parentId = z.union([z.literal("").transform(() => null), z.null(), id], "invalidChoice").default(null);

/** A category as the newsroom changes it. An empty slug means the one that the name makes. */
export const categoryInput = z.object({
  id,
  name: nameInput,
  slug: z
    .string("invalidSlug")
    .trim()
    .max(MAX_SLUG_CHARS, "tooLong")
    .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, "invalidSlug")
    .default(""),
  description: z
    .string("invalid")
    .transform(cleanText)
    .pipe(
      z
        .string()
        .trim()
        .refine(...maxCodePoints(2000)),
    )
    .default(""),
  parentId,
});

/** Which way a category moves among those of its parent. */
export const moveInput = z.object({ id, way: z.enum(["up", "down"], "invalidChoice") });

/** A tag's new name. */
export const tagInput = z.object({ id, name: nameInput });

/** A tag that becomes part of another one, which is named. */
export const mergeInput = z.object({ id, into: nameInput });

/** Which category or tag an act is about. */
export const taxonomyRef = z.object({ id });
