import { getTranslations } from "next-intl/server";
import { Island } from "@/components/public/island";
import { SearchForm } from "@/components/public/search-form.island";
// Not a module: the island's own bundle names the same classes.
import "../search-form.css";

/** A search form. Takes its id, and what is looked for already. */
export async function SearchBox({ id, q = "" }: { id: string; q?: string }) {
  const t = await getTranslations("search");
  const texts = { label: t("label"), button: t("button"), suggestions: t("suggestions"), count: t("count", { count: "{count}" }) };
  return <Island name="search-form" component={SearchForm} props={{ id, q, texts }} />;
}
