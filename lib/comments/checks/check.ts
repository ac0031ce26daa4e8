import type { CommentInput } from "@/lib/comments/schema";
import type { Folded } from "@/lib/comments/checks/fold";
import type { SiteSettings } from "@/lib/settings/schema";

/** Every rule that can speak for or against a reply, as its row (CommentCheck) names it. */
export const RULES = [
  "honeypot",
  "tooFast",
  "manyLinks",
  "holdWord",
  "spamWord",
  "disposableAddress",
  "sameText",
  "learned",
  "service",
  "serviceFailed",
  "proofOfWork",
  "checkFailed",
] as const;

export type Rule = (typeof RULES)[number];

/** The fields of a reply that a rule can fire on. */
export type CheckedField = "body" | "name" | "website" | "email";

/** A part of a text, in its UTF-16 code units: from `begin` up to, without, `until`. */
export interface Part {
  begin: number;
  until: number;
}

/** A rule that fired: how much it speaks for spam (below 0: against), and on which part of which field. */
export interface Fired extends Partial<Part> {
  rule: Rule;
  score: number;
  field?: CheckedField;
}

/** What a check looks at. */
export interface Examined {
  commentId: string;
  comment: Pick<CommentInput, "name" | "email" | "website" | "body" | "topic" | "took">;
  /** The body as it reads (fold.ts), made once for all checks. */
  folded: Folded;
  /** The rules in force for the post, and its language. */
  settings: SiteSettings & { lang: string };
}

/** One check: says which rules fired. It never refuses; what it throws, or finds too late, holds the reply (run.ts). */
export type Check = (examined: Examined) => Fired[] | Promise<Fired[]>;
