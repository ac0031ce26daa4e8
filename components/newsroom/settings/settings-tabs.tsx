import { Tabs } from "@/components/newsroom/desk/tabs";

interface SettingsTabsProps {
  current: "site" | "discussion";
  texts: { label: string; site: string; discussion: string };
}

/** The parts in which the settings are edited. */
export function SettingsTabs({ current, texts }: SettingsTabsProps) {
  return (
    <Tabs
      label={texts.label}
      tabs={[
        { href: "/admin/settings", label: texts.site, isCurrent: current === "site" },
        { href: "/admin/settings/discussion", label: texts.discussion, isCurrent: current === "discussion" },
      ]}
    />
  );
}
