import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { Shell } from "@/components/newsroom/shell/shell";
import { requireActor } from "@/lib/auth";
import { siteSettings } from "@/lib/settings/public";
import { sectionsFor } from "@/lib/users/policy";

const HREF = {
  overview: "/admin",
  comments: "/admin/comments",
  posts: "/admin/posts",
  pages: "/admin/pages",
  users: "/admin/users",
  settings: "/admin/settings",
} as const;

/** The newsroom's frame around every page for which one must be signed in. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const [t, { name }] = await Promise.all([getTranslations("newsroom"), siteSettings()]);
  return (
    <Shell
      siteName={name}
      items={sectionsFor(actor).map((section) => ({ href: HREF[section], label: t(`sections.${section}`) }))}
      account={{ name: actor.name, role: t(`roles.${actor.role}`) }}
      texts={{ skip: t("skip"), newsroom: t("newsroom"), viewSite: t("viewSite"), account: t("account"), signOut: t("signOut") }}
    >
      {children}
    </Shell>
  );
}
