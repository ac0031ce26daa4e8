import type { getFormatter, getTranslations } from "next-intl/server";
import type { EntryView } from "@/components/newsroom/commenters/view";
import type { FieldSpec } from "@/components/ui/form-fields";
import type { ListedRule } from "@/lib/commenters/listed-rule";
import type { CommenterPage } from "@/lib/commenters/newsroom";
import { isRulable } from "@/lib/commenters/policy";
import { DAYS } from "@/lib/commenters/schema";
import type { CommenterScope } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/users/policy";

interface Written {
  t: Awaited<ReturnType<typeof getTranslations<"commenters">>>;
  format: Awaited<ReturnType<typeof getFormatter>>;
}

/** Rules as they are listed, written out in the site's language and time zone. Takes what their buttons do. */
export function rulesIn(rules: ListedRule[], act: "lift" | "restore", { t, format }: Written): EntryView[] {
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium", timeStyle: "short" });
  return rules.map(({ id, scope, effect, shown, commenterId, maskedAddress, reason, until, createdAt, by, isMine }) => ({
    id,
    title: shown ?? maskedAddress ?? t("addressForgotten"),
    href: commenterId && maskedAddress ? `/admin/commenters/${commenterId}` : null,
    what: `${t(`scopes.${scope}`)} · ${t(`effects.${effect === "ban" && until ? "suspend" : effect}`)} · ${until ? t("until", { date: day(until) }) : t("endless")}`,
    text: reason,
    note: t("setBy", { who: by ?? t("somebody"), date: day(createdAt) }),
    button: isMine ? { act, label: t(act) } : null,
  }));
}

/** Notes about a commenter, the same way. */
export function notesIn(notes: CommenterPage["notes"], { t, format }: Written): EntryView[] {
  return notes.map(({ id, text, createdAt, by }) => ({
    id,
    title: "",
    href: null,
    what: "",
    text,
    note: t("setBy", { who: by ?? t("somebody"), date: format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" }) }),
    button: { act: "unnote", label: t("removeNote") },
  }));
}

/** The fields of a new rule. Takes what it may go by, and whether that is typed or the commenter's whose page it is. */
export function ruleFields(actor: Actor, scopes: CommenterScope[], isTyped: boolean, t: Written["t"]): FieldSpec[] {
  const effects = ["ban", "hold", "trust"] as const;
  return [
    {
      name: "scope",
      label: t("scope"),
      hint: t("scopeHint"),
      options: scopes.filter((scope) => isRulable(actor, scope)).map((value) => ({ value, label: t(`scopes.${value}`) })),
    },
    ...(isTyped ? [{ name: "target", label: t("target"), hint: t("targetHint"), required: true, autoComplete: "off" }] : []),
    {
      name: "effect",
      label: t("effect"),
      hint: t("effectHint"),
      options: effects.map((value) => ({ value, label: t(`choices.${value}`) })),
    },
    {
      name: "days",
      label: t("days"),
      hint: t("daysHint"),
      options: DAYS.map((value) => ({ value, label: value === "" ? t("endless") : t("forDays", { days: Number(value) }) })),
    },
    { name: "reason", label: t("reason"), hint: t("reasonHint"), rows: 3, required: true },
  ];
}
