import type { getTranslations } from "next-intl/server";
import type { RowView } from "@/components/newsroom/desk/view";
import type { Waiting } from "@/lib/comments/desk/waiting";

type Texts = Awaited<ReturnType<typeof getTranslations<"desk">>>;

/** How long a comment has waited, in words, and what is urgent about it. */
export function waitsOf(waiting: Waiting | null, t: Texts): Pick<RowView, "waits" | "urgent"> {
  if (!waiting) return { waits: "", urgent: [] };
  const { minutes, isReported, isLate } = waiting;
  const urgent = [isReported ? t("waits.reported") : "", isLate ? t("waits.late") : ""].filter(Boolean);
  return { waits: t("waits.since", { time: timeOf(minutes, t) }), urgent };
}

function timeOf(minutes: number, t: Texts): string {
  const hours = Math.floor(minutes / 60);
  if (hours < 1) return t("waits.minutes", { count: minutes });
  return hours < 48 ? t("waits.hours", { count: hours }) : t("waits.days", { count: Math.floor(hours / 24) });
}
