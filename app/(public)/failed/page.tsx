import { getTranslations } from "next-intl/server";

/** What a defect is answered with, under 500 (lib/server/pages); the server puts the request's id in its place. */
export default async function FailedPage() {
  const t = await getTranslations("server");
  return (
    <main>
      <h1>{t("failed")}</h1>
    </main>
  );
}
