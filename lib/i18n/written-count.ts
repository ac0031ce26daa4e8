import { getFormatter, getTranslations } from "next-intl/server";

/** The newsroom's counts go one further than this (their reads end there), and are written "999+" then. */
const MOST_WRITTEN = 999;

/** How a count of a list is written in the newsroom, in the site's language. */
export async function countWriter(): Promise<(count: number) => string> {
  const [t, format] = [await getTranslations("newsroom"), await getFormatter()];
  return (count) => (count > MOST_WRITTEN ? t("manyCount") : format.number(count));
}
