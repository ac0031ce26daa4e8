import { z } from "zod";
import { PostKind, PostStatus } from "@/lib/db/generated/enums";
import { LANGUAGE } from "@/lib/i18n/languages";
import { cleanLine, cleanText } from "@/lib/posts/clean-text";

/** Posts on one page of the newsroom's list: so many are acted on in bulk at most. */
export const POSTS_PER_PAGE = 30;

/** What a list is sorted by: when it was touched last, its date (of publication, else planned, else of its beginning), its title. */
export const SORTS = ["changed", "date", "title"] as const;
export type Sort = (typeof SORTS)[number];

const id = z.uuid().optional().catch(undefined);

/** What the list may be asked for, untrusted: what cannot be read counts as not asked. Without a status: all but the trash. */
export const listQuery = z.object({
  kind: z.enum(PostKind).catch("post"),
  status: z.enum(PostStatus).optional().catch(undefined),
  q: z.string().max(200).transform(cleanLine).catch(""),
  author: id,
  category: id,
  tag: id,
  lang: z.string().regex(LANGUAGE).optional().catch(undefined),
  /** A month of the site's calendar, by the posts' date. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  sort: z.enum(SORTS).catch("changed"),
  /** From the end that is not usual: oldest first, or titles from Z. */
  isTurned: z
    .literal("1")
    .transform(() => true)
    .catch(false)
    .default(false),
  /** The key and id of the post after which the page begins. */
  after: z
    .string()
    .max(400)
    .transform((text) => /^(?<key>.*)_(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/s.exec(cleanText(text))?.groups)
    .optional()
    .catch(undefined),
});
export type ListQuery = z.output<typeof listQuery>;
