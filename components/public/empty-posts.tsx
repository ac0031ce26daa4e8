import { getTranslations } from "next-intl/server";

/** Stands where a category's posts would, and says that there are none. */
export async function EmptyPosts() {
  const [t, order] = await Promise.all([getTranslations("site"), getTranslations("order")]);
  return (
    <p>
      {order("noPosts")} <a href="/">{t("toFrontPage")}</a>
    </p>
  );
}
