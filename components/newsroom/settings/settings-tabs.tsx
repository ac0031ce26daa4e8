import { getTranslations } from "next-intl/server";
import { Tabs } from "@/components/newsroom/desk/tabs";

const PARTS = {
  site: { href: "/admin/settings", label: "siteTab" },
  front: { href: "/admin/settings/front", label: "frontTab" },
  menus: { href: "/admin/settings/menus", label: "menusTab" },
  discussion: { href: "/admin/settings/discussion", label: "discussionTab" },
  law: { href: "/admin/settings/law", label: "lawTab" },
} as const;

/** The parts in which the settings are edited. */
export async function SettingsTabs({ current }: { current: keyof typeof PARTS }) {
  const t = await getTranslations("discussion");
  const tabs = Object.entries(PARTS).map(([part, { href, label }]) => ({ href, label: t(label), isCurrent: part === current }));
  return <Tabs label={t("tabs")} tabs={tabs} />;
}
