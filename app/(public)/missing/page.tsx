import { getTranslations } from "next-intl/server";

/** What every unknown address is answered with, under 404 (lib/server/pages). */
export default async function MissingPage() {
  const t = await getTranslations("errors");
  return (
    <main>
      <h1>{t("notFound")}</h1>
    </main>
  );
}
