import * as z from "zod/mini";

/** A page's query, as Next hands it over; only `after`, `before`, `replies` and `replyto` are looked at. */
export type ThreadQuery = Record<string, string | string[] | undefined>;

/** A place in a list of comments, which is in the order of time and id. */
export interface Cursor {
  createdAt: Date;
  id: string;
}

/** Where a page begins or ends. */
export interface Cursors {
  after?: Cursor;
  before?: Cursor;
}

const cursor = z.pipe(
  z.string().check(z.regex(/^\d{1,14}_[0-9a-f-]{36}$/)),
  z.pipe(
    z.transform((text: string) => ({ createdAt: new Date(Number(text.split("_")[0])), id: text.split("_")[1] })),
    z.object({ createdAt: z.date(), id: z.uuid() }),
  ),
);
const threadQuery = z.object({
  after: z.catch(z.optional(cursor), undefined),
  before: z.catch(z.optional(cursor), undefined),
  // A comment's id, or its number in WordPress.
  replies: z.catch(z.optional(z.union([z.uuid(), z.string().check(z.regex(/^[1-9]\d{0,8}$/))])), undefined),
  replyto: z.catch(z.optional(z.uuid()), undefined),
});

/** Reads a page's query. Never fails: a parameter that makes no sense counts as not given. */
export function parseThreadQuery(query: ThreadQuery) {
  return threadQuery.parse(query);
}

/** A comment's place as it stands in an address: milliseconds and id; null for no comment. */
export function cursorOf(row: Cursor | undefined): string | null {
  return row ? `${row.createdAt.getTime()}_${row.id}` : null;
}
