import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { Figures } from "@/components/newsroom/overview/figures";
import { Part } from "@/components/newsroom/page/page";
import { formatBytes } from "@/lib/i18n/measures";
import type { SiteHealth } from "@/lib/statistics/health";

/** What the site stores, and how its jobs go. */
export async function SiteFigures({ health }: { health: SiteHealth }) {
  const [t, format, lang] = [await getTranslations("statistics"), await getFormatter(), await getLocale()];
  return (
    <Part title={t("health")} intro={t("healthIntro")}>
      <Figures
        figures={[
          { name: t("database"), value: formatBytes(health.database, lang) },
          { name: t("pictures"), value: formatBytes(health.pictures, lang) },
          { name: t("free"), value: formatBytes(health.free, lang) },
          { name: t("waitingJobs"), value: format.number(health.waiting) },
          { name: t("failedJobs"), value: format.number(health.failed) },
        ]}
      />
    </Part>
  );
}
