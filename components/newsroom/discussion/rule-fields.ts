import type { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/ui/form-fields";
import type { RulesInPlace } from "@/lib/comments/rules/newsroom";

type Texts = Awaited<ReturnType<typeof getTranslations<"rules">>>;

/** The fields by which a category is discussed otherwise than what is above it says; each tells what that is, and whose. */
export function categoryRuleFields(rules: RulesInPlace, t: Texts): FieldSpec[] {
  const { own, above, by } = rules;
  return [
    openField(rules, ["yes", "no"], t),
    commentersField(rules, t),
    moderationField(rules, ["hold", "trusted", "publish"], t),
    {
      name: "closeAfterDays",
      label: t("closeAfterDays"),
      hint: t("empty", {
        above: aboveText(by.closeAfterDays, above.closeAfterDays > 0 ? t("days", { count: above.closeAfterDays }) : t("staysOpen"), t),
      }),
      type: "number",
      min: 0,
      max: 36_500,
      value: String(own.closeAfterDays ?? ""),
    },
    {
      name: "guidelines",
      label: t("guidelines"),
      hint: t("empty", { above: aboveText(by.guidelines, above.guidelines || t("noGuidelines"), t) }),
      rows: 4,
      value: own.guidelines ?? "",
    },
  ];
}

/** The same for one post: what its own form or its brake does is not among them. */
export function postRuleFields(rules: RulesInPlace, t: Texts): FieldSpec[] {
  return [
    { ...openField(rules, ["yes"], t), hint: t("openHint") },
    commentersField(rules, t),
    { ...moderationField(rules, ["trusted", "publish"], t), hint: t("moderationHint") },
  ];
}

function openField({ own, above, by }: RulesInPlace, choices: ("yes" | "no")[], t: Texts): FieldSpec {
  const inherited = aboveText(by.commentsOpen, t(`open.${above.commentsOpen ? "yes" : "no"}`), t);
  return {
    name: "commentsOpen",
    label: t("open.label"),
    value: typeof own.commentsOpen === "boolean" ? (own.commentsOpen ? "yes" : "no") : "",
    options: [{ value: "", label: inherited }, ...choices.map((value) => ({ value, label: t(`open.${value}`) }))],
  };
}

function commentersField({ own, above, by }: RulesInPlace, t: Texts): FieldSpec {
  const inherited = aboveText(by.commenters, t(`commenters.${above.commenters}`), t);
  return {
    name: "commenters",
    label: t("commenters.label"),
    value: own.commenters ?? "",
    options: [
      { value: "", label: inherited },
      ...(["everyone", "proven", "staff"] as const).map((value) => ({ value, label: t(`commenters.${value}`) })),
    ],
  };
}

function moderationField({ own, above, by }: RulesInPlace, modes: ("hold" | "trusted" | "publish")[], t: Texts): FieldSpec {
  const inherited = aboveText(by.moderation, t(`moderation.${above.moderation}`), t);
  return {
    name: "moderation",
    label: t("moderation.label"),
    value: own.moderation ?? "",
    options: [{ value: "", label: inherited }, ...modes.map((value) => ({ value, label: t(`moderation.${value}`) }))],
  };
}

/** What holds where nothing is chosen, and who says so. */
function aboveText(category: string | null, what: string, t: Texts): string {
  return category === null ? t("asSite", { what }) : t("asCategory", { category, what });
}
