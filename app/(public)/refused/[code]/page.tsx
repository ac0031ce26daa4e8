import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ErrorCode } from "@/lib/result";

/** What a refused request is answered with, under its own status (lib/server/refuse): the reason, in words. */
export default async function RefusedPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const errors = await getTranslations("errors");
  const isCode = (given: string): given is ErrorCode => errors.has(given as ErrorCode);
  if (!isCode(code)) notFound();
  const t = await getTranslations("server");
  return (
    <main>
      <h1>{t("refused")}</h1>
      <p>{errors(code)}</p>
      <p>
        <a href="/">{t("toFrontPage")}</a>
      </p>
    </main>
  );
}
