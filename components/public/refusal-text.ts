import type { ReplyFormTexts } from "@/components/public/reply-form-props";

type RefusalTexts = Pick<ReplyFormTexts, "refusals" | "waitSeconds" | "waitMinutes">;

/** From here on minutes are said instead of seconds. */
const MINUTES_FROM_SECONDS = 90;

/** Why a reply was not taken and, if that is known, how long to wait. Takes the refusal, its wait in seconds or the sentence on its end. */
export function refusalText(
  { error, retryAfter, endsAt }: { error: string; retryAfter?: number; endsAt?: string },
  texts: RefusalTexts,
): string {
  const text = texts.refusals[error] ?? texts.refusals.unavailable ?? "";
  const more = retryAfter ? waitText(retryAfter, texts) : endsAt;
  return more ? `${text} ${more}` : text;
}

/** Rounded up, in steps that are always more than one: the form has no rules of plurals with it. */
function waitText(seconds: number, { waitSeconds, waitMinutes }: RefusalTexts): string {
  return seconds < MINUTES_FROM_SECONDS
    ? waitSeconds.replace("{count}", String(Math.ceil(seconds / 5) * 5))
    : waitMinutes.replace("{count}", String(Math.ceil(seconds / 60)));
}
