import type { getFormatter, getTranslations } from "next-intl/server";
import type { ActGroup } from "@/components/newsroom/ledger/ledger-filters";
import type { LedgerRow } from "@/components/newsroom/ledger/ledger-table";
import { ACTS, RULES, SUBJECTS } from "@/lib/audit/acts";
import type { LedgerEntry } from "@/lib/audit/newsroom";
import { CommentStatus, PostStatus, Role } from "@/lib/db/generated/enums";

type Texts = Awaited<ReturnType<typeof getTranslations<"ledger">>>;
type Format = Awaited<ReturnType<typeof getFormatter>>;

/** A change is shown up to here: a setting may be a long list. */
const LONG = /^.{240}/su;
const WHYS = ["reasonGiven", "required", "complaint", "danger", "correction", "restoration"] as const;
const VALUES = [...Object.values(CommentStatus), ...Object.values(PostStatus), ...Object.values(Role)];
/** Where a thing can be looked at. */
const PLACES: Record<string, (id: string) => string> = {
  post: (id) => `/admin/posts/${id}/flow`,
  media: (id) => `/admin/media/${id}`,
  category: (id) => `/admin/categories/${id}`,
  tag: (id) => `/admin/tags/${id}`,
};

/** The entries of a page, written out in the site's language and time zone. `hrefOfThing` finds all of one thing. */
export function rowsOf(entries: LedgerEntry[], hrefOfThing: (id: string) => string, t: Texts, format: Format): LedgerRow[] {
  return entries.map((entry) => {
    const { id, at, act, subjectType, subjectId, subject, from, to } = entry;
    const noun = SUBJECTS.find((each) => each === subjectType);
    return {
      id,
      act: actText(act, t),
      time: { instant: at.toISOString(), written: format.dateTime(at, { dateStyle: "medium", timeStyle: "medium" }) },
      who: entry.actor ?? (entry.actorId ? t("unknown") : t("site")),
      noun: noun ? t(`nouns.${noun}`) : subjectType,
      subject: subject === null ? null : { name: subject, href: PLACES[subjectType]?.(subjectId) ?? null },
      thing: { id: subjectId, href: hrefOfThing(subjectId) },
      change: changeText(from, to, t),
      why: whyText(entry, t),
    };
  });
}

/** What was done, as one says it; an act of another version as it stands. */
export function actText(act: string, t: Texts): string {
  const known = ACTS.find((each) => each === act);
  return known ? t(`acts.${known}`) : act;
}

/** From what to what, states and roles by their names; empty where the act says it all. */
export function changeText(from: unknown, to: unknown, t: Texts): string {
  const [before, after] = [written(from, t), written(to, t)];
  return before && after ? `${before} → ${after}` : before || after;
}

/** By which rule, or for what reason, as far as the entry tells. */
export function whyText({ why, rule }: { why: string | null; rule: string | null }, t: Texts): string {
  return [rule, why].flatMap((code) => (code === null ? [] : [codeText(code, t)])).join(" · ");
}

/** Before there was a column for the rule it stood as the reason. */
function codeText(code: string, t: Texts): string {
  const [rule, why] = [RULES.find((each) => each === code), WHYS.find((each) => each === code)];
  return rule ? t("byRule", { rule: t(`rules.${rule}`) }) : why ? t(`whys.${why}`) : code;
}

function written(value: unknown, t: Texts): string {
  if (value === null || value === undefined) return "";
  const text =
    typeof value === "object" && !Array.isArray(value)
      ? Object.entries(value)
          .map(([name, each]) => `${name}: ${scalar(each, t)}`)
          .join(", ")
      : scalar(value, t);
  const [shown = text] = LONG.exec(text) ?? [];
  return shown === text ? text : `${shown} …`;
}

function scalar(value: unknown, t: Texts): string {
  const known = VALUES.find((each) => each === value);
  if (known) return t(`values.${known}`);
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The acts to choose from, by what they are done to. */
export function actGroups(t: Texts): ActGroup[] {
  return SUBJECTS.map((noun) => ({
    label: t(`nouns.${noun}`),
    acts: ACTS.filter((act) => act.startsWith(`${noun}.`)).map((id) => ({ id, name: t(`acts.${id}`) })),
  }));
}
