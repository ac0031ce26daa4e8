import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyList, PageTitle } from "@/components/newsroom/page/page";

/** What whoever navigates within the newsroom finds where nothing is for them; a document gets readers' page (lib/server/newsroom.ts). */
export default async function NothingHere() {
  const [t, users] = [await getTranslations("newsroom"), await getTranslations("users")];
  return (
    <>
      <PageTitle>{t("nothingHere")}</PageTitle>
      <EmptyList>{t("nothingHereHint")}</EmptyList>
      <p>
        <Link href="/admin">{t("sections.overview")}</Link> · <Link href="/admin/users/roles">{users("roles")}</Link>
      </p>
    </>
  );
}
