import { z } from "zod";
import { commentInput } from "@/lib/comments/schema";
import { domainOf } from "@/lib/commenters/target";
import { CommenterEffect, CommenterScope } from "@/lib/db/generated/enums";
import { cleanLine, cleanText } from "@/lib/posts/clean-text";
import { typedPrefix } from "@/lib/throttle/network";
import { tooLong } from "@/lib/result";

/** The longest reason of a rule, and the longest note, in Unicode code points. */
export const MAX_REASON_CHARS = 1000;
export const MAX_NOTE_CHARS = 4000;

/** How long a rule can hold, in days; empty: until it is lifted. */
export const DAYS = ["", "1", "3", "7", "30", "90", "365"] as const;
/** A network's prefix is kept no longer with a comment, and addresses there change hands. */
export const MOST_NETWORK_DAYS = 7;

/**
 * A rule as a form sends it. What it goes by is typed, or, with `key`, that of the commenter whose page it stands on: their
 * address, its domain, or the network of their last reply.
 */
export const ruleInput = z
  .object({
    key: z.uuid("notFound").optional(),
    scope: z.enum(CommenterScope, "invalidChoice"),
    effect: z.enum(CommenterEffect, "invalidChoice"),
    target: z.string().transform(cleanLine).default(""),
    days: z.enum(DAYS, "invalidChoice").default(""),
    reason: text(MAX_REASON_CHARS),
  })
  .check(({ value, issues }) => {
    const wrong = (path: string, message: string) => issues.push({ code: "custom", input: value, path: [path], message });
    const { key, scope, effect, target, days } = value;
    if (effect === "trust" && scope !== "address") wrong("effect", "invalidChoice");
    if (scope === "network" && !(days !== "" && Number(days) <= MOST_NETWORK_DAYS)) wrong("days", "networkEnds");
    if (!key && !writeTarget(scope, target)) wrong("target", !target ? "required" : scope === "address" ? "invalidEmail" : "invalid");
  });
export type RuleInput = z.output<typeof ruleInput>;

/** What was typed, in the one spelling by which rules go; null for what it cannot be. An IP address stands for its prefix. */
export function writeTarget(scope: CommenterScope, typed: string): string | null {
  if (scope === "domain") return domainOf(typed) || null;
  if (scope === "address") return commentInput.shape.email.safeParse(typed).success ? typed.toLowerCase() : null;
  return typedPrefix(typed);
}

/** A rule or a note that is there. */
export const thatInput = z.object({ id: z.uuid("notFound") });

/** What the newsroom notes about somebody. */
export const noteInput = z.object({ key: z.uuid("notFound"), text: text(MAX_NOTE_CHARS) });

function text(most: number) {
  return z
    .string("required")
    .transform((typed) => cleanText(typed).trim())
    .refine((typed) => typed !== "", { error: "required", abort: true })
    .refine((typed) => Array.from(typed).length <= most, tooLong(most));
}
