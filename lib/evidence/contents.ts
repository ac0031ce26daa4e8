import { z } from "zod";
import { openSealed, sealText } from "@/lib/seal";

const SEALED = "evidence.contents";

/** What is frozen of a reply: who wrote what, where and when, as far as the site knew it. Instants in ISO 8601. */
const contents = z.object({
  name: z.string(),
  body: z.string(),
  website: z.string().nullable(),
  email: z.string().nullable(),
  ipPrefix: z.string().nullable(),
  userAgent: z.string().nullable(),
  sentAt: z.string(),
  editedAt: z.string().nullable(),
  status: z.string(),
  article: z.object({ title: z.string(), path: z.string() }),
  /** What it said before the newsroom changed it, the first text first; none was kept of cases that were frozen before there was this. */
  edits: z.array(z.object({ before: z.string(), at: z.string() })).default([]),
  /** The text that it answers. */
  answers: z.string().nullable(),
});
export type Contents = z.infer<typeof contents>;

/** Seals what is frozen, for the row of this id alone (AES-256-GCM, a key outside the database). */
export function sealContents(id: string, frozen: Contents): Buffer<ArrayBuffer> {
  return sealText(SEALED, JSON.stringify(frozen), id);
}

/** What was frozen in the row of this id. Throws when it was sealed with another secret, or changed since. */
export function openContents(id: string, sealed: Uint8Array): Contents {
  return contents.parse(JSON.parse(openSealed(SEALED, sealed, id)));
}
