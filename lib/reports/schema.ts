import * as z from "zod/mini";
import { clean, commentInput, MAX_NAME_CHARS, optionalText } from "@/lib/comments/schema";
import { ReportReason } from "@/lib/db/generated/enums";

/** Lengths in Unicode code points, after trimming. The database holds the same. */
export const MAX_EXPLANATION_CHARS = 5_000;

/** Why a reply can be reported, in the order of the form. */
export const REASONS = [
  ReportReason.advertising,
  ReportReason.insult,
  ReportReason.off_topic,
  ReportReason.privacy,
  ReportReason.other,
  ReportReason.illegal,
  ReportReason.child_abuse,
] as const;

/**
 * What a reader sends with a report. A notice of illegal content needs what the law says that it holds (Regulation (EU)
 * 2022/2065, article 16(2)): an explanation, a name and an address, and that it is meant in good faith; name and address
 * may be left out where it is about an offence of Articles 3 to 7 of Directive 2011/93/EU (sexual abuse of children).
 * The exact place, point (b), is the reply that the form's key names. Messages are error codes.
 */
export const reportInput = z
  .object({
    /** Names the reply, and the report that this form makes (lib/reports/report-key.ts). */
    key: z.string(),
    reason: z.enum(REASONS, "required"),
    explanation: optionalText(MAX_EXPLANATION_CHARS),
    name: optionalText(MAX_NAME_CHARS),
    email: z._default(
      z.string().check(
        z.overwrite(clean),
        z.refine((email) => email === "" || commentInput.shape.email.safeParse(email).success, "invalidEmail"),
      ),
      "",
    ),
    goodFaith: z.optional(z.string()),
  })
  .check(
    z.refine(({ reason, explanation }) => !isNotice(reason) || explanation !== "", { error: "required", path: ["explanation"] }),
    z.refine(({ reason, name }) => !mustBeNamed(reason) || name !== "", { error: "required", path: ["name"] }),
    z.refine(({ reason, email }) => !mustBeNamed(reason) || email !== "", { error: "required", path: ["email"] }),
    z.refine(({ reason, goodFaith }) => !isNotice(reason) || Boolean(goodFaith), { error: "required", path: ["goodFaith"] }),
  );

/** The fields that a reader fills in, in the order of the form. */
export const REPORT_FIELDS = ["reason", "explanation", "name", "email", "goodFaith"] as const;

/** Whether a report says that the reply is illegal (article 16(1)), and not only that it does not belong here. */
export function isNotice(reason: ReportReason): boolean {
  return reason === "illegal" || reason === "child_abuse";
}

/** Whether who sends a report must say who they are (article 16(2)(c)). */
function mustBeNamed(reason: ReportReason): boolean {
  return reason === "illegal";
}
