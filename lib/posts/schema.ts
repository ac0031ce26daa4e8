import { z } from "zod";
import { cleanLine, cleanText } from "@/lib/posts/clean-text";
import { isSafeHref, type PostDocument } from "@/lib/posts/document";
import { readDocument } from "@/lib/posts/read-document";
import { MAX_SLUG_CHARS } from "@/lib/posts/slug";

/** The most Related Posts that an editor chooses for one post. */
export const MAX_RELATED = 12;
/** The most by-lines of one post. */
export const MAX_AUTHORS = 10;

const maxCodePoints = (most: number) => [(text: string) => Array.from(text).length <= most, "tooLong"] as const;
const distinct = (ids: string[]) => new Set(ids).size === ids.length;
const id = z.uuid("invalidChoice");
/** Nothing chosen: null, or the empty value of a form's select. */
const chosenId = z.union([z.literal("").transform(() => null), z.null(), id], "invalidChoice").default(null);

const body = z.unknown().transform((untrusted, context): PostDocument => {
  const read = readDocument(untrusted);
  if ("document" in read) return read.document;
  context.addIssue({ code: "custom", message: read.problem });
  return z.NEVER;
});

/**
 * A post or static page as the newsroom sends it; the editor's form and the act parse by the same schema, and its
 * messages are error codes. With `id` it changes that post: `version` is the one that was opened. An empty slug
 * means the one that the title makes; without `authorIds` the by-lines stay (a new post carries its writer's).
 */
export const postInput = z
  .object({
    id: id.optional(),
    version: z.int("required").min(1, "invalid").optional(),
    kind: z.enum(["post", "page"], "invalidChoice").default("post"),
    title: z
      .string("required")
      .transform(cleanLine)
      .pipe(
        z
          .string()
          .min(1, "required")
          .refine(...maxCodePoints(300)),
      ),
    standfirst: z
      .string("invalid")
      .transform(cleanText)
      .pipe(
        z
          .string()
          .trim()
          .refine(...maxCodePoints(2000)),
      )
      .default(""),
    body,
    lang: z.string("required").regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "invalidChoice"),
    slug: z
      .string("invalidSlug")
      .trim()
      .max(MAX_SLUG_CHARS, "tooLong")
      .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, "invalidSlug")
      .default(""),
    categoryId: chosenId,
    leadMediaId: chosenId,
    authorIds: z.array(id, "invalidChoice").min(1, "required").max(MAX_AUTHORS, "tooLong").refine(distinct, "invalidChoice").optional(),
    relatedIds: z.array(id, "invalidChoice").max(MAX_RELATED, "tooLong").refine(distinct, "invalidChoice").default([]),
    commentsOpen: z.boolean("invalidChoice").default(true),
  })
  .refine((post) => post.id === undefined || post.version !== undefined, { path: ["version"], message: "required" })
  .refine((post) => post.id === undefined || !post.relatedIds.includes(post.id), { path: ["relatedIds"], message: "invalidChoice" });

/** What `savePost` takes: only title, body and lang must be there. */
export type PostInput = z.input<typeof postInput>;
/** A post as parsed: every field is there and right by itself. */
export type PostFields = z.output<typeof postInput>;

/** What a new category is given. */
export const categoryInput = z.object({
  name: z
    .string("required")
    .transform(cleanLine)
    .pipe(
      z
        .string()
        .min(1, "required")
        .refine(...maxCodePoints(80)),
    ),
});

/** Where a link of the text leads: http(s), mailto, a path of this site; `www.example.org` is meant as https. */
export const linkInput = z.object({
  href: z
    .string("required")
    .trim()
    .min(1, "required")
    .transform((typed) => (/^(www\.|[\w-]+(\.[\w-]+)+(\/|$))/i.test(typed) ? `https://${typed}` : typed))
    .refine(isSafeHref, "invalidUrl"),
});

/** Which post an act is about. */
export const postRef = z.object({ id });
