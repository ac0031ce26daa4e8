import type { getTranslations } from "next-intl/server";
import type { FieldGroup } from "@/components/newsroom/form/action-form";
import { COMMENTERS } from "@/lib/settings/discussion-input";
import type { SiteSettings } from "@/lib/settings/schema";
import { COMPLAINT_DAYS } from "@/lib/statements/policy";

type Texts = Awaited<ReturnType<typeof getTranslations<"discussion">>>;
type Numeric = { [Key in keyof SiteSettings]: SiteSettings[Key] extends number ? Key : never }[keyof SiteSettings];

interface Told {
  cleaned: string;
  words: FieldGroup["folded"];
}

/** The form's parts with what is stored. Takes what the last cleaning did, in words, and the fields of single languages. A stored key is not among it. */
export function groupsOf(settings: SiteSettings, { cleaned, words }: Told, t: Texts): FieldGroup[] {
  const amount = (name: Numeric, min: number, max: number, label: string, hint?: string) =>
    ({ name, label, hint, type: "number", required: true, min, max, value: String(settings[name]) }) as const;
  const yesOrNo = (name: "commentsOpen" | "proofOfWork", label: string, hint?: string) => ({
    name,
    label,
    hint,
    value: settings[name] ? "yes" : "no",
    options: [
      { value: "yes", label: t("yes") },
      { value: "no", label: t("no") },
    ],
  });
  return [
    {
      title: t("taking"),
      intro: t("takingIntro"),
      fields: [
        yesOrNo("commentsOpen", t("commentsOpen"), t("commentsOpenHint")),
        {
          name: "commenters",
          label: t("commenters"),
          hint: t("commentersHint"),
          value: settings.commenters,
          options: COMMENTERS.map((value) => ({ value, label: t(`commentersAre.${value}`) })),
        },
        { name: "guidelines", label: t("guidelines"), hint: t("guidelinesHint"), rows: 5, value: settings.guidelines },
        amount("closeAfterDays", 0, 36_500, t("closeAfterDays"), t("closeAfterDaysHint")),
        amount("editMinutes", 0, 1440, t("editMinutes"), t("editMinutesHint")),
      ],
    },
    {
      title: t("deciding"),
      intro: t("decidingIntro"),
      fields: [
        {
          name: "moderation",
          label: t("moderation"),
          hint: t("moderationHint"),
          value: settings.moderation,
          options: (["hold", "trusted", "publish"] as const).map((value) => ({ value, label: t(`modes.${value}`) })),
        },
        { name: "holdWords", label: t("holdWords"), hint: t("holdWordsHint"), rows: 5, value: settings.holdWords },
        { name: "spamWords", label: t("spamWords"), hint: t("spamWordsHint"), rows: 5, value: settings.spamWords },
        amount("maxLinks", 0, 100, t("maxLinks"), t("maxLinksHint")),
        amount("doubtfulScore", 1, 1000, t("doubtfulScore"), t("doubtfulScoreHint")),
        yesOrNo("proofOfWork", t("proofOfWork"), t("proofOfWorkHint")),
      ],
      folded: words,
    },
    {
      title: t("floods"),
      intro: t("floodsIntro"),
      fields: [
        amount("repliesPerMinute", 1, 10_000, t("repliesPerMinute")),
        amount("repliesPerHour", 1, 100_000, t("repliesPerHour")),
        amount("repliesPerHourOfOneEmail", 1, 100_000, t("repliesPerHourOfOneEmail")),
      ],
    },
    {
      title: t("showing"),
      intro: t("showingIntro"),
      fields: [
        {
          name: "threadOrder",
          label: t("threadOrder"),
          value: settings.threadOrder,
          options: (["oldest", "newest"] as const).map((value) => ({ value, label: t(`orders.${value}`) })),
        },
        amount("commentsPerPage", 10, 100, t("commentsPerPage"), t("commentsPerPageHint")),
        amount("threadDepth", 1, 10, t("threadDepth"), t("threadDepthHint")),
        {
          name: "avatars",
          label: t("avatars"),
          hint: t("avatarsHint"),
          value: settings.avatars,
          options: (["drawn", "initials", "off"] as const).map((value) => ({ value, label: t(`avatarKinds.${value}`) })),
        },
      ],
    },
    {
      title: t("keeping"),
      intro: `${t("keepingIntro")} ${cleaned}`,
      fields: [
        amount("senderDays", 1, 7, t("senderDays"), t("senderDaysHint")),
        amount("refusedDays", 1, 3650, t("refusedDays"), t("refusedDaysHint", { days: COMPLAINT_DAYS })),
        amount("addressDays", 0, 3650, t("addressDays"), t("addressDaysHint")),
      ],
    },
    {
      title: t("service"),
      intro: t("serviceIntro"),
      fields: [
        { name: "akismetUrl", label: t("akismetUrl"), hint: t("akismetUrlHint"), value: settings.akismetUrl },
        {
          name: "akismetKey",
          label: t("akismetKey"),
          hint: settings.akismetKey ? t("akismetKeyKept") : t("akismetKeyHint"),
          type: "password",
          autoComplete: "off",
        },
      ],
    },
  ];
}
