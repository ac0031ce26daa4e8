import { getTranslations } from "next-intl/server";
import { commentLength } from "@/lib/comments/schema";
import type { ErrorCode } from "@/lib/result";

/**
 * What is wrong with a text field, in words; of one that is too long how many characters it may have and, where that
 * tells something, how many it has. Takes the refusal's code, if there is one, the limit where it is known, and what was
 * typed. Lengths in code points.
 */
export async function fieldProblem(code: ErrorCode | undefined, most?: number, typed?: string): Promise<string | undefined> {
  if (!code) return undefined;
  if (code !== "tooLong" || most === undefined) return (await getTranslations("errors"))(code);
  const t = await getTranslations("limits");
  const has = commentLength(typed ?? "");
  return has > most ? t("have", { most, has }) : t("atMost", { most });
}
