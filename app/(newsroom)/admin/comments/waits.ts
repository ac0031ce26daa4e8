import type { getTranslations } from "next-intl/server";
import type { RowView } from "@/components/newsroom/desk/view";
import type { QueuedComment } from "@/lib/comments/desk/queued";

type Texts = Awaited<ReturnType<typeof getTranslations<"desk">>>;

/** How long a comment has waited, in words, and what is urgent about it: that readers reported it, in every list. */
export function waitsOf(
  { waiting, isReported }: Pick<QueuedComment, "waiting" | "isReported">,
  t: Texts,
): Pick<RowView, "waits" | "urgent"> {
  const reported = isReported ? [{ text: t("waits.reported"), href: "/admin/comments/reported" }] : [];
  const urgent = [...reported, ...(waiting?.isLate ? [{ text: t("waits.late"), href: null }] : [])];
  return { waits: waiting ? t("waits.since", { time: timeOf(waiting.minutes, t) }) : "", urgent };
}

function timeOf(minutes: number, t: Texts): string {
  const hours = Math.floor(minutes / 60);
  if (hours < 1) return t("waits.minutes", { count: minutes });
  return hours < 48 ? t("waits.hours", { count: hours }) : t("waits.days", { count: Math.floor(hours / 24) });
}
