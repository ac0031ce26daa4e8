import type { getTranslations } from "next-intl/server";
import type { GroundTexts } from "@/components/newsroom/desk/view";

/** On what ground a comment can be turned down. */
export function groundTexts(t: Awaited<ReturnType<typeof getTranslations<"desk">>>): GroundTexts {
  return { label: t("reason.ground"), guidelines: t("reason.guidelines"), law: t("reason.law") };
}
