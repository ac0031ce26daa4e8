import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/newsroom/page/page";
import { RoleTable } from "@/components/newsroom/users/role-table";
import { requireActor } from "@/lib/auth";
import { ROLES } from "@/lib/users/schema";
import { reachOf, RIGHTS } from "./rights";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("roles"))("title") };
}

/** Who may what, as the policies say it, for everybody who works here. */
export default async function RolesPage() {
  const actor = await requireActor();
  const [t, name] = [await getTranslations("roles"), await getTranslations("newsroom.roles")];
  const groups = Object.entries(RIGHTS).map(([group, rights]) => ({
    id: group,
    title: t(`groups.${group as keyof typeof RIGHTS}`),
    rows: Object.entries(rights).map(([id, right]) => ({
      id,
      label: t(`rights.${id as Right}`),
      cells: ROLES.map((role) => {
        const reach = reachOf(right, role);
        return { role, text: t(`reach.${reach}`), isNone: reach === "none" };
      }),
    })),
  }));
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <p>{t("yours", { role: name(actor.role) })}</p>
      <RoleTable caption={t("title")} right={t("right")} roles={ROLES.map((id) => ({ id, label: name(id) }))} groups={groups} />
    </>
  );
}

/** Every right's name, of whichever group. */
type Right = { [Group in keyof typeof RIGHTS]: keyof (typeof RIGHTS)[Group] }[keyof typeof RIGHTS];
