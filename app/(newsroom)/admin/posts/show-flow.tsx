import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { MoveButtons, type MoveButton } from "@/components/newsroom/flow/move-buttons";
import { ScheduleForm } from "@/components/newsroom/flow/schedule-form";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { PageTitle, Part } from "@/components/newsroom/page/page";
import { ButtonLink } from "@/components/ui/button";
import styles from "@/components/newsroom/flow/flow.module.css";
import { requireActor } from "@/lib/auth";
import { postFlow, type PostFlow } from "@/lib/posts/flow";
import { wallClockOf } from "@/lib/posts/wall-clock";
import { siteSettings } from "@/lib/settings/public";
import * as actions from "./flow-actions";
import { CorrectionsOf, NotesOf } from "./flow-parts";

const BUTTONS = ["publish", "submit", "unschedule", "withdraw", "unarchive", "archive", "restore", "trash"] as const;
const TONES: Partial<Record<(typeof BUTTONS)[number], MoveButton["tone"]>> = {
  publish: "primary",
  submit: "primary",
  restore: "primary",
  withdraw: "danger",
  trash: "danger",
};

/** A post's way to readers: where it stands, what may be done with it, who has it, what colleagues say, what was corrected. */
export async function ShowFlow({ kind, id }: { kind: "post" | "page"; id: string }) {
  const found = await postFlow(await requireActor(), id);
  if (!found.ok || found.flow.kind !== kind) notFound();
  const { flow } = found;
  const [t, posts] = [await getTranslations("flow"), await getTranslations("posts")];
  const may = (move: PostFlow["moves"][number]) => flow.moves.includes(move);
  return (
    <>
      <PageTitle actions={flow.status !== "trash" && <ButtonLink href={`/admin/${kind}s/${id}`}>{t("toEditor")}</ButtonLink>}>
        {t("title", { title: flow.title || posts("untitled") })}
      </PageTitle>
      <Part title={t("stands")} intro={t("standsIntro")}>
        <p className={styles.state}>{await standing(flow)}</p>
        <MoveButtons
          action={actions.move.bind(null, id)}
          moves={BUTTONS.filter(may).map((move) => ({ move, label: t(`moves.${move}`), tone: TONES[move] ?? "plain" }))}
        />
      </Part>
      {may("schedule") && <Schedule flow={flow} />}
      {may("sendBack") && (
        <Part title={t("sendBack")} intro={t("sendBackIntro")}>
          <ActionForm
            action={actions.sendBack.bind(null, id)}
            submit={t("sendBack")}
            tone="plain"
            fields={[{ name: "note", label: t("note"), rows: 4, required: true }]}
          />
        </Part>
      )}
      {flow.mayPublish && (
        <Part title={t("assignee")} intro={t("assigneeIntro")}>
          <ActionForm
            key={flow.assignee?.id ?? ""}
            action={actions.assign.bind(null, id)}
            submit={t("assign")}
            tone="plain"
            fields={[
              {
                name: "userId",
                label: t("assignTo"),
                value: flow.assignee?.id ?? "",
                options: [{ value: "", label: t("nobody") }, ...flow.people.map((person) => ({ value: person.id, label: person.name }))],
              },
            ]}
          />
        </Part>
      )}
      <Part title={t("notes")} intro={t("notesIntro")}>
        <NotesOf flow={flow} />
      </Part>
      {flow.publishedAt && flow.mayPublish && (
        <Part title={t("corrections")} intro={t("correctionsIntro")}>
          <CorrectionsOf flow={flow} />
        </Part>
      )}
    </>
  );
}

async function standing({ status, scheduledFor, publishedAt, trashedAt }: PostFlow): Promise<string> {
  const [t, posts, format] = [await getTranslations("flow"), await getTranslations("posts"), await getFormatter()];
  const time = (at: Date) => format.dateTime(at, { dateStyle: "full", timeStyle: "short" });
  if (status === "scheduled" && scheduledFor) return t("scheduled", { time: time(scheduledFor) });
  if (status === "published" && publishedAt) return t("publicSince", { time: time(publishedAt) });
  if (status === "trash" && trashedAt) return t("trashedOn", { time: time(trashedAt) });
  return posts(`status.${status}`);
}

async function Schedule({ flow: { id, scheduledFor } }: { flow: PostFlow }) {
  const [t, { timeZone }] = [await getTranslations("flow"), await siteSettings()];
  return (
    <Part title={t("schedule")} intro={t("scheduleIntro")}>
      <ScheduleForm
        action={actions.schedule.bind(null, id)}
        at={scheduledFor ? wallClockOf(scheduledFor, timeZone) : ""}
        texts={{ at: t("at"), zone: t("zone", { zone: timeZone }), which: t("which"), submit: t(scheduledFor ? "reschedule" : "schedule") }}
      />
    </Part>
  );
}
