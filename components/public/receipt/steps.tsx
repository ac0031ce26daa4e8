import { getFormatter, getTranslations } from "next-intl/server";
import type { OwnReply } from "@/lib/comments/own";
import styles from "./receipt.module.css";

/** The way of a reply so far, and what comes next: sent, changed, read, decided. */
export async function Steps({ reply }: { reply: OwnReply }) {
  const [t, format] = await Promise.all([getTranslations("receipt"), getFormatter()]);
  return (
    <ol className={styles.steps} role="list" aria-label={t("steps.label")}>
      {stepsOf(reply).map(({ step, at }) => (
        <li key={step} data-step={step} aria-current={at ? undefined : "step"}>
          <span>{t(`steps.${step}`)}</span>
          {at && <time dateTime={at.toISOString()}>{format.dateTime(at, { dateStyle: "long", timeStyle: "short" })}</time>}
        </li>
      ))}
    </ol>
  );
}

function stepsOf({ fate, createdAt, editedAt, editedByStaff, decidedAt, withdrawnAt }: OwnReply) {
  const sent = { step: "sent" as const, at: createdAt };
  if (fate === "withdrawn" || fate === "deleted") return [sent, { step: fate, at: withdrawnAt }];
  const change = editedAt ? [{ step: editedByStaff ? ("changedByStaff" as const) : ("changed" as const), at: editedAt }] : [];
  if (fate === "awaiting") return [sent, ...change, { step: "reading" as const, at: null }];
  const decided = { step: fate, at: decidedAt };
  const isChangedLast = editedAt && decidedAt && editedAt > decidedAt;
  return isChangedLast ? [sent, decided, ...change] : [sent, ...change, decided];
}
