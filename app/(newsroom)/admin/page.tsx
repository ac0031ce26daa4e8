import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth";

/** Where one arrives after signing in. */
export default async function OverviewPage() {
  const actor = await requireActor();
  const t = await getTranslations("newsroom");
  return <h1>{t("greeting", { name: actor.name })}</h1>;
}
