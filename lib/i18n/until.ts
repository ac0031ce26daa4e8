import { getFormatter } from "next-intl/server";
import type { Result } from "@/lib/result";

/** A refusal that ends some day, with that day and time written out in the site's language and time zone; anything else as it is. */
export async function withUntil<T>(result: Result<T>): Promise<Result<T>> {
  if (result.ok || !result.endsAt) return result;
  const format = await getFormatter();
  return { ...result, endsAt: format.dateTime(new Date(result.endsAt), { dateStyle: "long", timeStyle: "short" }) };
}
