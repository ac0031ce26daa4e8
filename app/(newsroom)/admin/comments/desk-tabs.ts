import { getTranslations } from "next-intl/server";
import type { Tab } from "@/components/newsroom/desk/tabs";
import { LISTS, type DeskList } from "@/lib/comments/desk/query";
import { queueCounts } from "@/lib/comments/newsroom";
import { countEvidence } from "@/lib/evidence/newsroom";
import { countWriter } from "@/lib/i18n/written-count";
import { countReported } from "@/lib/reports/newsroom";
import { countComplaints } from "@/lib/statements/newsroom";
import type { Actor } from "@/lib/users/policy";

/** What stands beside the lists of comments. */
export type Beside = "reported" | "complaints" | "danger" | "transparency";

/** A list of the desk, or what stands beside them. */
export type DeskPart = DeskList | Beside;

/**
 * The lists of the desk with how many each holds, what is reported behind what waits. Takes who asks, which is shown, and
 * where a list of comments stands; none for who does not decide.
 */
export async function deskTabs(
  actor: Actor,
  current: DeskPart,
  hrefOf = (list: DeskList) => `/admin/comments?status=${list}`,
): Promise<Tab[]> {
  const [counted, reported, complaints, frozen] = await Promise.all([
    queueCounts(actor),
    countReported(actor),
    countComplaints(actor),
    countEvidence(actor),
  ]);
  if (!counted.ok) return [];
  const [t, written] = [await getTranslations("desk"), await countWriter()];
  const tab = (id: DeskPart, href: string, count: number) => ({
    href,
    label: t(`tabs.${id}`),
    count: written(count),
    isCurrent: id === current,
  });
  const lists = LISTS.map((list) => tab(list, hrefOf(list), counted.counts[list]));
  return [
    ...lists.slice(0, 1),
    tab("reported", pathOf("reported"), reported),
    ...lists.slice(1),
    tab("complaints", pathOf("complaints"), complaints),
    tab("danger", pathOf("danger"), frozen),
    { href: pathOf("transparency"), label: t("tabs.transparency"), isCurrent: current === "transparency" },
  ];
}

/** Where it stands. */
export function pathOf(part: Beside): string {
  return `/admin/comments/${part}`;
}
