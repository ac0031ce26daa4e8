import type { getTranslations } from "next-intl/server";
import type { RunView } from "@/components/newsroom/desk/runs";
import type { ListedRun } from "@/lib/comments/runs/newsroom";

type Texts = Awaited<ReturnType<typeof getTranslations<"desk">>>;

/** One's decisions on whole lists, written out. */
export function runsOf(runs: ListedRun[], t: Texts): RunView[] {
  return runs.map((run) => ({
    id: run.id,
    text: textOf(run, t),
    progress: run.state === "running" && run.total ? { done: run.done + run.skipped, total: run.total } : null,
    act: actOf(run, t),
  }));
}

function textOf({ verdict, state, done, skipped, total }: ListedRun, t: Texts): string {
  const what = t(`runs.verdicts.${verdict}`);
  const far = total === null ? t("runs.soFar", { done }) : t("runs.of", { done, total });
  const left = skipped > 0 ? [t("runs.skipped", { count: skipped })] : [];
  return [t(`runs.${state}`, { what, far: state === "running" ? far : t("runs.soFar", { done }) }), ...left].join(" ");
}

function actOf({ state, mayBeUndone }: ListedRun, t: Texts): RunView["act"] {
  if (state === "running") return { id: "cancel", label: t("runs.cancel") };
  return mayBeUndone ? { id: "undo", label: t("undo") } : null;
}
