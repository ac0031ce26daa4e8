import { getFormatter, getTranslations } from "next-intl/server";
import type { Tab } from "@/components/newsroom/desk/tabs";
import { LISTS, type DeskList } from "@/lib/comments/desk-query";
import { queueCounts } from "@/lib/comments/newsroom";
import { countEvidence } from "@/lib/evidence/newsroom";
import { countReported } from "@/lib/reports/newsroom";
import { countComplaints } from "@/lib/statements/newsroom";
import type { Actor } from "@/lib/users/policy";

type Shown = DeskList | "reported" | "complaints" | "danger" | "transparency";

/**
 * The lists of the desk with how many each holds, what is reported behind what waits. Takes who asks, which is shown, and
 * where a list of comments stands; none for who does not decide.
 */
export async function deskTabs(
  actor: Actor,
  current: Shown,
  hrefOf = (list: DeskList) => `/admin/comments?status=${list}`,
): Promise<Tab[]> {
  const [counted, reported, complaints, frozen] = await Promise.all([
    queueCounts(actor),
    countReported(actor),
    countComplaints(actor),
    countEvidence(actor),
  ]);
  if (!counted.ok) return [];
  const [t, format] = [await getTranslations("desk"), await getFormatter()];
  const tab = (id: Shown, href: string, count: number) => ({
    href,
    label: t(`tabs.${id}`),
    count: count > 999 ? t("manyCount") : format.number(count),
    isCurrent: id === current,
  });
  const lists = LISTS.map((list) => tab(list, hrefOf(list), counted.counts[list]));
  return [
    ...lists.slice(0, 1),
    tab("reported", "/admin/comments/reported", reported),
    ...lists.slice(1),
    tab("complaints", "/admin/comments/complaints", complaints),
    tab("danger", "/admin/comments/danger", frozen),
    { href: "/admin/comments/transparency", label: t("tabs.transparency"), isCurrent: current === "transparency" },
  ];
}
