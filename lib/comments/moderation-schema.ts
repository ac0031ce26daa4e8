import { z } from "zod";
import { clean, commentInput } from "@/lib/comments/schema";
import { CommentStatus, StatementGround } from "@/lib/db/generated/enums";
import { tooLong } from "@/lib/result";

/** Every list of the moderation, in the order of its tabs. */
export const STATUSES = [
  CommentStatus.pending,
  CommentStatus.approved,
  CommentStatus.spam,
  CommentStatus.rejected,
  CommentStatus.trash,
] as const;

/** What a moderator can say of a comment, and what it becomes by that. */
export const VERDICTS = { approve: "approved", unapprove: "pending", reject: "rejected", spam: "spam", trash: "trash" } as const;

export type Verdict = keyof typeof VERDICTS;

/** One of them as it is sent with several comments. */
export const verdict = z.enum(Object.keys(VERDICTS) as Verdict[], "required");

/** Whether a word that a form holds, or a row, is one of them. */
export function isVerdict(word: string): word is Verdict {
  return Object.hasOwn(VERDICTS, word);
}

/** The most comments that one bulk action takes: a page of the list. */
export const MAX_BULK = 50;

/** What the list told before comes back through the browser: of it the addresses that it shows, by comment; of anything else none. */
export const listBefore = z.object({ revealed: z.record(z.string(), z.string()) }).catch({ revealed: {} });

const id = z.uuid("notFound");
/** What the comment was when the moderator saw it: a decision on something else is not carried out. */
const from = z.enum(STATUSES, "invalidChoice").default("pending");

/** Which text of a comment the moderator saw (lib/comments/policy.ts, textVersion); left out by who decides unread. */
const seen = z.string().max(20).optional();

/** The longest reason of a rejection, in Unicode code points. The database holds the same. */
export const MAX_REASON_CHARS = 2000;

/** What its author is told of a rejection: plain text, null where nothing is said. */
const reason = z
  .string()
  .transform((text) => clean(text) || null)
  .refine((text) => text === null || Array.from(text).length <= MAX_REASON_CHARS, tooLong(MAX_REASON_CHARS))
  .default(null);

/** On what ground a comment is turned down, as its author is told (lib/statements). */
const ground = z.enum(StatementGround, "invalidChoice").default("guidelines");

/**
 * A decision on one comment; only one against it takes the reason and its ground. By the law none is turned down without
 * a word on which and why (Regulation (EU) 2022/2065, article 17(3)(d)).
 */
export const decisionInput = z
  .object({ id, from, seen, reason, ground })
  .refine((decision) => decision.ground !== "law" || decision.reason !== null, { error: "required", path: ["reason"] });

/** An answer of the newsroom to a comment that waits, which it approves, or that is public. */
export const replyInput = z.object({
  id,
  from: z.enum([CommentStatus.pending, CommentStatus.approved], "invalidChoice"),
  seen,
  body: commentInput.shape.body,
});

/** What a change of a comment's text can be: it takes something out, on one of the grounds on which a comment is turned down; or it mends its writing only, or puts back what was taken out. */
export const EDIT_KINDS = [...Object.values(StatementGround), "correction", "restoration"] as const;

/** Whether a change takes something out. Takes its kind, or what the ledger notes of it, which is neither of these then. */
export function isCut<Kind extends string | null>(kind: Kind): kind is Exclude<Kind, "correction" | "restoration"> {
  return kind !== "correction" && kind !== "restoration";
}

/**
 * A comment's text as the newsroom changes it: of one that waits or is public, which text was changed, what the change
 * is, what its author is told, and whether it answers what readers reported of it, as what takes something out can, and up
 * to which report (left out by who answers them unread).
 * Unless one says that it does not, it counts as taking something out: a mail too many harms nobody, while
 * what was cut without a word is against the law (Regulation (EU) 2022/2065, article 17).
 */
export const staffEditInput = replyInput
  .extend({
    seen: z.string().max(20).default(""),
    kind: z.enum(EDIT_KINDS, "invalidChoice").default("guidelines"),
    why: reason,
    answers: z.boolean("invalidChoice").default(false),
    lastReport: z.string().max(36).optional(),
  })
  .refine((edit) => edit.kind !== "law" || edit.why !== null, { error: "required", path: ["why"] })
  .refine((edit) => isCut(edit.kind) || !edit.answers, { error: "invalidChoice", path: ["answers"] });

/** What is pinned, or whose thread is closed. */
export const threadActInput = z.object({ id });

/** What is deleted for good, and where it lay. */
export const deleteInput = z.object({ id, from: z.enum([CommentStatus.spam, CommentStatus.trash], "invalidChoice") });

/** The same decision on several comments, each with what it was when it was seen. */
export const bulkInput = z.object({
  ids: z.array(id).min(1, "required").max(MAX_BULK, "tooMany"),
  shown: z.record(id, z.object({ from, seen })).default({}),
  verdict,
});

/** Decisions to take back, by their rows in the ledger. */
export const undoInput = z.object({ events: z.array(id).min(1, "required").max(MAX_BULK, "tooMany") });
