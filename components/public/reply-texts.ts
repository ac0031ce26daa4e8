import { getTranslations } from "next-intl/server";
import type { ReplyFormTexts } from "@/components/public/reply-form-props";
import { COMMENT_FIELDS } from "@/lib/comments/schema";

const REFUSALS = [
  "closed",
  "postNotFound",
  "parentNotFound",
  "threadClosed",
  "staffOnly",
  "duplicate",
  "tooMany",
  "banned",
  "suspended",
  "unavailable",
  "unreadable",
  "unsupportedType",
  "foreignOrigin",
] as const;

/** The reply form's texts in the site's language. That a reply awaits a decision is not among them: only its author is told. */
export async function replyTexts(): Promise<ReplyFormTexts> {
  const [t, errors] = await Promise.all([getTranslations("replies"), getTranslations("errors")]);
  const problems: Record<string, string> = {};
  for (const field of COMMENT_FIELDS) {
    problems[`${field}.tooLong`] = t(`problems.${field}.tooLong`);
    if (field !== "website") problems[`${field}.required`] = t(`problems.${field}.required`);
  }
  problems["email.invalidEmail"] = t("problems.email.invalidEmail");
  problems["website.invalidUrl"] = t("problems.website.invalidUrl");
  // Its place, which the form fills in by itself.
  const count = "{count}";
  return {
    leave: t("leave"),
    leaveTo: t.markup("leaveTo", { name: () => "{name}" }),
    cancel: t("cancel"),
    note: `${t("notPublished")} ${t("requiredMarked")}`,
    comment: t("comment"),
    hint: t("hint"),
    name: t("name"),
    email: t("email"),
    website: t("website"),
    keep: t("keep"),
    keepWhat: t("keepWhat"),
    topic: t("topic"),
    send: t("send"),
    sending: t("sending"),
    preview: t("preview"),
    receipt: t("receipt"),
    charsLeft: t("charsLeft", { count }),
    charsOver: t("charsOver", { count }),
    waitSeconds: t("waitSeconds", { count }),
    waitMinutes: t("waitMinutes", { count }),
    problems,
    refusals: {
      ...Object.fromEntries(REFUSALS.map((code) => [code, errors(code)])),
      invalid: t("invalid"),
      offline: t("offline"),
      tooLarge: t("tooLarge"),
    },
  };
}
