import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { NotHeard } from "@/components/newsroom/form/not-heard";
import { Shell } from "@/components/newsroom/shell/shell";
import { requireActor } from "@/lib/auth";
import { queueCounts } from "@/lib/comments/newsroom";
import { countWriter } from "@/lib/i18n/written-count";
import { siteSettings } from "@/lib/settings/public";
import { sectionsFor } from "@/lib/users/policy";
// Of what stands in a failed page's place (error.tsx): Next preloads its styles with every page, and browsers complain of those
// that the page itself does not use.
import "@/components/ui/alert.module.css";
import "@/components/ui/button.module.css";

const HREF = {
  overview: "/admin",
  comments: "/admin/comments",
  commenters: "/admin/commenters",
  posts: "/admin/posts",
  pages: "/admin/pages",
  categories: "/admin/categories",
  tags: "/admin/tags",
  media: "/admin/media",
  front: "/admin/settings/front",
  users: "/admin/users",
  mail: "/admin/mail",
  ledger: "/admin/ledger",
  settings: "/admin/settings",
} as const;

/** The newsroom's frame around every page for which one must be signed in. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const [t, written, { name }, queue] = [
    await getTranslations("newsroom"),
    await countWriter(),
    await siteSettings(),
    await queueCounts(actor),
  ];
  const notHeard = {
    title: t("notHeard.title"),
    unreachable: t("notHeard.unreachable"),
    signedOut: t("notHeard.signedOut"),
    again: t("notHeard.again"),
  };
  const pending = queue.ok ? queue.counts.pending : 0;
  const count = written(pending);
  return (
    <Shell
      siteName={name}
      items={sectionsFor(actor).map((section) => ({
        href: HREF[section],
        label: t(`sections.${section}`),
        ...(section === "comments" && pending > 0 && { count, countLabel: t("waiting", { count }) }),
      }))}
      account={{ name: actor.name, role: t(`roles.${actor.role}`) }}
      texts={{ skip: t("skip"), newsroom: t("newsroom"), viewSite: t("viewSite"), account: t("account"), signOut: t("signOut") }}
    >
      <NotHeard texts={notHeard}>{children}</NotHeard>
    </Shell>
  );
}
