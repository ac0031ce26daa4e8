import type { Check, Examined, Fired } from "@/lib/comments/checks/check";
import { disposableAddress } from "@/lib/comments/checks/disposable-address";
import { fold } from "@/lib/comments/checks/fold";
import { honeypot } from "@/lib/comments/checks/honeypot";
import { holdWord, spamWord } from "@/lib/comments/checks/listed-words";
import { learned } from "@/lib/comments/checks/learned";
import { manyLinks } from "@/lib/comments/checks/many-links";
import { sameText } from "@/lib/comments/checks/same-text";
import { tooFast } from "@/lib/comments/checks/too-fast";
import { logError } from "@/lib/log";

/** Every check. They speak for or against a reply; none refuses it (CONTRACT.md 10). */
export const CHECKS: Record<string, Check> = {
  honeypot,
  tooFast,
  manyLinks,
  holdWord,
  spamWord,
  disposableAddress,
  sameText,
  learned,
};

/** A check that is not done by then counts as failed. */
const MOST_MS = 3_000;

/**
 * Asks every check about a reply, all at once. Returns the rules that fired. A check that throws or takes too long is
 * logged and told as `checkFailed`, which holds the reply: none is lost, and none slips through. Takes, for tests,
 * other checks and another limit.
 */
export async function runChecks(examined: Omit<Examined, "folded">, checks = CHECKS, mostMs = MOST_MS): Promise<Fired[]> {
  const whole = { ...examined, folded: fold(examined.comment.body) };
  const answers = await Promise.all(Object.entries(checks).map(([name, check]) => answerOf(name, check, whole, mostMs)));
  return answers.flat();
}

async function answerOf(name: string, check: Check, examined: Examined, mostMs: number): Promise<Fired[]> {
  try {
    return await inTime(mostMs, async () => check(examined));
  } catch (error) {
    logError("a check failed", error, { check: name });
    return [{ rule: "checkFailed", score: 0 }];
  }
}

async function inTime<T>(mostMs: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${mostMs} ms`)), mostMs);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
