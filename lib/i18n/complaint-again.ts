import { fieldProblem } from "@/lib/i18n/too-long";
import type { Refused } from "@/lib/server/bridge";
import { MAX_COMPLAINT_CHARS } from "@/lib/statements/policy";

/** A complaint that was refused, as its page shows it again. */
export interface ComplaintAgain {
  /** Which statement it is of, what was typed and what is wrong with that: for the form that was sent. */
  sent: { statement?: string; typed?: string; problem?: string };
  /** What was typed where that form is no longer there; null where it is, or nothing was. */
  kept: string | null;
  /** The refusal; where that form is no longer there `closed`, or that one complained before. */
  refused: Refused | undefined;
}

/**
 * Finds the place of a refused complaint on its page made again. Takes the page's refusal, if any, which may be of another
 * form, and whether a form still stands there for what it names as `statement`.
 */
export async function complaintAgain(
  refused: Refused | undefined,
  isOpen: (statement: string | undefined) => boolean,
): Promise<ComplaintAgain> {
  const { text, statement } = refused?.typed ?? {};
  if (!refused || text === undefined) return { sent: {}, kept: null, refused };
  const error = refused.error === "complainedBefore" ? refused.error : "closed";
  if (!isOpen(statement)) return { sent: {}, kept: text || null, refused: { ...refused, error } };
  const problem = await fieldProblem(refused.fields?.text?.[0], MAX_COMPLAINT_CHARS, text);
  return { sent: { statement, typed: text, problem }, kept: null, refused };
}
