import type { ReplyFormTexts } from "@/components/public/reply-form-props";

type RefusalTexts = Pick<ReplyFormTexts, "refusals" | "waitSeconds" | "waitMinutes">;

/** From here on minutes are said instead of seconds. */
const MINUTES_FROM_SECONDS = 90;

/** Why a reply was not taken and, if that is known, how long to wait. Takes the refusal, its wait in seconds. */
export function refusalText({ error, retryAfter }: { error: string; retryAfter?: number }, texts: RefusalTexts): string {
  const text = texts.refusals[error] ?? texts.refusals.unavailable ?? "";
  return retryAfter ? `${text} ${waitText(retryAfter, texts)}` : text;
}

/** Rounded up, in steps that are always more than one: the form has no rules of plurals with it. */
function waitText(seconds: number, { waitSeconds, waitMinutes }: RefusalTexts): string {
  return seconds < MINUTES_FROM_SECONDS
    ? waitSeconds.replace("{count}", String(Math.ceil(seconds / 5) * 5))
    : waitMinutes.replace("{count}", String(Math.ceil(seconds / 60)));
}
