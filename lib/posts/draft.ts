import { z } from "zod";
import type { Prisma } from "@/lib/db/generated/client";
import { cleanText } from "@/lib/posts/clean-text";
import { readDocument } from "@/lib/posts/read-document";
import { language } from "@/lib/posts/schema";
import { upgradeDocument } from "@/lib/posts/upgrade-document";

const typed = z.string("invalid").transform(cleanText);
const ids = z.array(z.string("invalid").max(100, "tooLong"), "invalid").max(100, "tooLong");
const chosen = z.string("invalid").max(100, "tooLong").nullable().default(null);

/** The text as the editor sends it: read, if it can be; otherwise as it is, since a picture may still want its alt text, a card its address. */
const body = z.unknown().transform((untrusted, context): Prisma.InputJsonValue => {
  const read = readDocument(untrusted);
  if ("document" in read) return read.document;
  if (read.problem === "altRequired" || read.problem === "invalidUrl") return cleanJson(untrusted);
  context.addIssue({ code: "custom", message: read.problem });
  return z.NEVER;
});

const fields = z.object({
  title: typed,
  standfirst: typed.default(""),
  body,
  // Always one of a list: a post without a language cannot be.
  lang: language,
  slug: typed.default(""),
  categoryId: chosen,
  leadMediaId: chosen,
  authorIds: ids.optional(),
  tagIds: ids.default([]),
  relatedIds: ids.default([]),
  mutualIds: ids.default([]),
  commentsOpen: z.boolean("invalid").default(true),
  closeAfterDays: z.union([typed, z.number(), z.null()], "invalid").default(null),
  seoTitle: typed.default(""),
  seoDescription: typed.default(""),
  canonicalUrl: typed.default(""),
});

/**
 * What is typed into the editor, finished or not: only its form is looked at, so that an empty title or a wrong
 * address is stored like everything else. Whether readers may see it, `postInput` says (lib/posts/schema.ts).
 */
export type DraftFields = z.output<typeof fields>;

/**
 * A save: the fields, and which post and version they were typed on. Without `version` it makes a new post, under the
 * `id` that the editor chose for it or one of the database's. `key` names this save, and `unanswered` those on the same
 * version that were sent before it and never answered; they may have been stored all the same.
 */
export const draftInput = fields.extend({
  id: z.uuid("invalidChoice").optional(),
  version: z.int("invalid").min(1, "invalid").optional(),
  kind: z.enum(["post", "page"], "invalidChoice").default("post"),
  isAutosave: z.boolean("invalid").default(false),
  key: z.uuid("invalid").optional(),
  unanswered: z.array(z.uuid("invalid"), "invalid").max(200, "tooLong").default([]),
});

/** What `savePost` takes, before and after it is parsed. */
export type DraftInput = z.input<typeof draftInput>;
export type Draft = z.output<typeof draftInput>;

/**
 * The fields of a stored revision, their text in today's form. Takes them and the version of their form. Throws when
 * they are none: then the code is wrong.
 */
export function draftOf(stored: unknown, version: number): DraftFields {
  const { body, ...rest } = z.looseObject({ body: z.unknown() }).parse(stored);
  return fields.parse({ ...rest, body: upgradeDocument(body, version)?.document });
}

/** JSON without what PostgreSQL cannot keep in its texts. */
function cleanJson(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value), (_, each: unknown) =>
    typeof each === "string" ? cleanText(each) : withCleanKeys(each),
  ) as Prisma.InputJsonObject;
}

function withCleanKeys(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [cleanText(key), each]));
}
