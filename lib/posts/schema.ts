import { z } from "zod";
import { LANGUAGE } from "@/lib/i18n/languages";
import { cleanLine, cleanText } from "@/lib/posts/clean-text";
import { isSafeHref, type PostDocument } from "@/lib/posts/document";
import { MAX_STANDFIRST_CHARS, MAX_TITLE_CHARS } from "@/lib/posts/length";
import { readDocument } from "@/lib/posts/read-document";
import { MAX_SLUG_CHARS } from "@/lib/posts/slug";
import { tooLong } from "@/lib/result";

/** The header of an editor's requests that names who opened it. */
export const WRITER_HEADER = "x-writer";
/** The most Related Posts that an editor chooses for one post. */
export const MAX_RELATED = 12;
/** The most by-lines of one post. */
export const MAX_AUTHORS = 10;
/** The most tags of one post. */
export const MAX_TAGS = 20;
/** The longest time, in days, after which a post's comments close by themselves (the database checks it too). */
export const MAX_CLOSE_DAYS = 36_500;

const maxCodePoints = (most: number) => [(text: string) => Array.from(text).length <= most, tooLong(most)] as const;
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

/** A post's language (BCP 47), as the database checks it. */
export const language = z.string("required").regex(LANGUAGE, "invalidChoice");

/** A text of several lines, cleaned; `most` in code points. */
const text = (most: number) =>
  z
    .string("invalid")
    .transform(cleanText)
    .pipe(
      z
        .string()
        .trim()
        .refine(...maxCodePoints(most)),
    )
    .default("");
/** A choice of several things by their ids, in an order. */
const chosenIds = (most: number) => z.array(id, "invalidChoice").max(most, "tooLong").refine(distinct, "invalidChoice").default([]);
/** A number of days as a form's field gives it; nothing typed: null. */
const days = z
  .union([z.string().trim(), z.number(), z.null()], "invalid")
  .transform((typed) => (typed === "" || typed === null ? null : Number(typed)))
  .pipe(z.int("invalidNumber").min(0, "invalidNumber").max(MAX_CLOSE_DAYS, "invalidNumber").nullable())
  .default(null);

/**
 * A post or static page whose fields are all right, as readers may see it; the editor's form and the acts parse by the
 * same schema, and its messages are error codes. An empty slug means the one that the title makes; without `authorIds`
 * the by-lines stay.
 */
export const postInput = z
  .object({
    id: id.optional(),
    kind: z.enum(["post", "page"], "invalidChoice").default("post"),
    title: z
      .string("required")
      .transform(cleanLine)
      .pipe(
        z
          .string()
          .min(1, "required")
          .refine(...maxCodePoints(MAX_TITLE_CHARS)),
      ),
    standfirst: text(MAX_STANDFIRST_CHARS),
    body,
    lang: language,
    slug: z
      .string("invalidSlug")
      .trim()
      .max(MAX_SLUG_CHARS, "tooLong")
      .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, "invalidSlug")
      .default(""),
    categoryId: chosenId,
    leadMediaId: chosenId,
    authorIds: z.array(id, "invalidChoice").min(1, "required").max(MAX_AUTHORS, "tooLong").refine(distinct, "invalidChoice").optional(),
    tagIds: chosenIds(MAX_TAGS),
    relatedIds: chosenIds(MAX_RELATED),
    /** Those of `relatedIds` that shall show this post, too; others count for nothing. */
    mutualIds: chosenIds(MAX_RELATED),
    commentsOpen: z.boolean("invalidChoice").default(true),
    closeAfterDays: days,
    seoTitle: text(300),
    seoDescription: text(1000),
    canonicalUrl: z.string("invalidUrl").trim().max(2000, "tooLong").refine(isAddress, "invalidUrl").default(""),
  })
  .refine((post) => post.id === undefined || !post.relatedIds.includes(post.id), { path: ["relatedIds"], message: "invalidChoice" });

/** A post's fields before they are parsed: only title, body and lang must be there. */
export type PostInput = z.input<typeof postInput>;
/** The fields beside title, standfirst and text, in the order of the editor's form. */
export const SIDE_FIELDS = [
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
] as const satisfies (keyof z.input<typeof postInput>)[];

/** A post as parsed: every field is there and right by itself. */
export type PostFields = z.output<typeof postInput>;

/** Nothing, or a whole http(s) address. */
function isAddress(typed: string): boolean {
  return typed === "" || (/^https?:\/\/[^/]/i.test(typed) && URL.canParse(typed));
}

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
