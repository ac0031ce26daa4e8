import { z } from "zod";
import { RULES } from "@/lib/comments/checks/check";
import { emailDigest } from "@/lib/comments/contact";
import { MAX_BULK, STATUSES } from "@/lib/comments/moderation-schema";
import { commentInput } from "@/lib/comments/schema";
import { LANGUAGE } from "@/lib/i18n/languages";
import { readPlace, writePlace, type ListPlace } from "@/lib/keyset";
import { cleanLine } from "@/lib/posts/clean-text";
import { typedPrefix } from "@/lib/throttle/network";

/** The lists of the desk: one of each state, and one of all but the trash. */
export const LISTS = [...STATUSES, "all"] as const;
export type DeskList = (typeof LISTS)[number];

/** Comments on one page of a list: so many are decided on in bulk at most. */
export const PAGE = MAX_BULK;

/** The scores from which on one can look, beginning with the least that a single check gives. */
export const SCORES = ["1", "3", "5", "10"] as const;

/** Whether its author is known: their address was proven and had another comment approved; none of it ever was approved; or the link mailed for it must still be opened. */
export const STANDINGS = ["trusted", "new", "unproven"] as const;

const id = z.uuid().optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);

/**
 * What a list may be asked for, untrusted. What was chosen and cannot be read counts as not asked; what was typed and
 * cannot be read is an issue at its field (`invalidEmail`, `invalid`), since a list of everything would be taken for
 * what was asked. Days are the site's calendar's.
 */
export const deskQuery = z.object({
  status: z.enum(LISTS).catch("pending"),
  after: z.string().transform(readDeskPlace).optional().catch(undefined),
  /** A part of the text, the name or the website, as it stands. */
  q: z.string().transform(cleanLine).pipe(z.string().max(200)).catch(""),
  email: z
    .string()
    .transform(cleanLine)
    .refine(isAddress, "invalidEmail")
    .transform((typed) => writeBy(emailDigest(typed)))
    .optional(),
  /** The keyed digest of an address, as `writeBy` writes it. */
  by: z
    .string()
    .regex(/^[\w-]{43}$/)
    .optional()
    .catch(undefined),
  ip: z.string().transform(typedPrefix).refine(Boolean, "invalid").optional(),
  /** A part of an article's title, or its address on this site. */
  article: z.string().transform(cleanLine).pipe(z.string().max(200)).catch(""),
  category: id,
  lang: z.string().regex(LANGUAGE).optional().catch(undefined),
  rule: z.enum(RULES).optional().catch(undefined),
  score: z.enum(SCORES).transform(Number).optional().catch(undefined),
  standing: z.enum(STANDINGS).optional().catch(undefined),
  since: day,
  until: day,
});
export type DeskQuery = z.output<typeof deskQuery>;

/** A place in a list of the desk: among those that wait with its urgency, which is their first order; else that is 0. */
export interface DeskPlace extends ListPlace {
  urgency: number;
}

/** A place as a query parameter. */
export function writeDeskPlace({ urgency, ...place }: DeskPlace): string {
  return urgency === 0 ? writePlace(place) : `${-urgency}.${writePlace(place)}`;
}

/** The place that a query parameter names, or null for what no page of ours links to. */
export function readDeskPlace(text: string): DeskPlace | null {
  const [, risk = "0", written = ""] = /^(?:(-?\d{1,6})\.)?(.+)$/.exec(text) ?? [];
  const place = readPlace(written);
  return place && { ...place, urgency: -Number(risk) || 0 };
}

/** How an address of the desk names the comments of one e-mail address: by its keyed digest, so that none holds the address. */
export function writeBy(emailHash: Uint8Array): string {
  return Buffer.from(emailHash).toString("base64url");
}

/** The same for an address as it was typed; null for what is no address. */
export function byTyped(email: string): string | null {
  return deskQuery.shape.email.safeParse(email).data ?? null;
}

function isAddress(text: string): boolean {
  return commentInput.shape.email.safeParse(text).success;
}
