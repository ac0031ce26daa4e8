import type { Fired, Rule } from "@/lib/comments/checks/check";
import type { CommentStatus } from "@/lib/db/generated/enums";
import type { SiteSettings } from "@/lib/settings/schema";

/** What a reply becomes without a person's decision, and by which rule. */
export interface Ruling {
  status: Extract<CommentStatus, "approved" | "spam">;
  rule: "spamWords" | "trusted" | "publish" | "alwaysTrust";
}

/** What is known of a reply beside the rules that fired. */
export interface Standing {
  /** Its address was proven by a link mailed for this very reply, and had a reply approved before. */
  isTrusted: boolean;
  /** Only who proves their address may comment, and nobody has opened the link mailed for this reply. */
  awaitsProof: boolean;
  /** A service was asked and has not answered yet. */
  isAsking: boolean;
  /** What the newsroom said of its author (lib/commenters): held always, or published always where it is proven. */
  bent?: "hold" | "trust" | null;
}

/** Rules that hold a reply whatever the score. */
const HOLDS: string[] = ["holdWord", "checkFailed", "serviceFailed"] satisfies Rule[];

/** How much speaks for spam, all rules together. */
export function scoreOf(fired: Pick<Fired, "score">[]): number {
  return fired.reduce((sum, { score }) => sum + score, 0);
}

/** Whether the score is so high that a person, or at least work, should stand behind the reply. */
export function isDoubtful(fired: Pick<Fired, "score">[], { doubtfulScore }: Pick<SiteSettings, "doubtfulScore">): boolean {
  return scoreOf(fired) >= doubtfulScore;
}

/**
 * Decides on a reply that nobody decided on yet, by the rules in force for its post: the site's, unless its category or
 * the post itself has others (lib/comments/rules/for-post.ts). By default everything waits, whatever fired and whoever wrote it
 * (CONTRACT.md 10); straight to spam goes only what a word of the site's own list names, and what is doubtful, held by a
 * word, not wholly checked, or still to be proven is never published. What the newsroom said of its author wins over all
 * of that. Takes the checks that fired, the rules, and what else is known. Returns null while a person must decide.
 */
export function decide(
  fired: { rule: string; score: number }[],
  settings: Pick<SiteSettings, "moderation" | "doubtfulScore">,
  { isTrusted, awaitsProof, isAsking, bent }: Standing,
): Ruling | null {
  if (bent === "hold") return null;
  if (bent === "trust") return { status: "approved", rule: "alwaysTrust" };
  if (fired.some(({ rule }) => rule === "spamWord")) return { status: "spam", rule: "spamWords" };
  if (settings.moderation === "hold" || isAsking || awaitsProof) return null;
  if (isDoubtful(fired, settings) || fired.some(({ rule }) => HOLDS.includes(rule))) return null;
  if (settings.moderation === "trusted") return isTrusted ? { status: "approved", rule: "trusted" } : null;
  return { status: "approved", rule: "publish" };
}
