import { getFormatter, getTranslations } from "next-intl/server";
import type { Result } from "@/lib/result";

/** A refusal that ends some day, with a sentence that says when, in the site's language and time zone; anything else as it is. */
export async function withUntil<T>(result: Result<T>): Promise<Result<T>> {
  if (result.ok || !result.endsAt) return result;
  const [t, format] = await Promise.all([getTranslations("replies"), getFormatter()]);
  const date = format.dateTime(new Date(result.endsAt), { dateStyle: "long", timeStyle: "short" });
  return { ...result, endsAt: t("until", { date }) };
}
