import type { getFormatter, getTranslations } from "next-intl/server";
import type { DeskTexts, RowView } from "@/components/newsroom/desk/view";
import { MAX_REASON_CHARS } from "@/lib/comments/moderation-schema";
import type { Queue } from "@/lib/comments/newsroom";

type Texts = Awaited<ReturnType<typeof getTranslations<"desk">>>;
type Format = Awaited<ReturnType<typeof getFormatter>>;

/** Of a text over 800 characters 600 are shown at once; the rest is one click away. */
const LONG = /^.{600}(?=.{200})/su;

/** The rows of a list, written out in the site's language and time zone. */
export function rowsOf({ status, comments }: Queue, t: Texts, format: Format): RowView[] {
  return comments.map(({ createdAt, answers, reason, post, body, ...comment }) => ({
    ...comment,
    reason: status === "rejected" ? reason : null,
    ...cut(body),
    answers: answers && t("answers", { name: answers }),
    time: { instant: createdAt.toISOString(), written: format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" }) },
    post: { title: post.title, lang: post.lang, href: post.status === "published" ? `/${post.slug}` : null },
    select: t("selectOne", { name: comment.name }),
  }));
}

/** Cuts a long text behind the last word that fits, never within a character. */
function cut(body: string): { text: string; rest: string } {
  const [head] = LONG.exec(body) ?? [];
  if (head === undefined) return { text: body, rest: "" };
  const shown = /^.*\s(?=\S{0,80}$)/su.exec(head)?.[0] ?? head;
  return { text: `${shown.trimEnd()} …`, rest: body.slice(shown.length).trimStart() };
}

/** The texts of the list's controls. */
export function deskTexts(t: Texts): DeskTexts {
  return {
    selectAll: t("selectAll"),
    bulkActions: t("bulkActions"),
    choose: t("choose"),
    apply: t("apply"),
    undo: t("undo"),
    showAddress: t("showAddress"),
    showRest: t("showRest"),
    reason: {
      open: t("reason.open"),
      label: t("reason.label"),
      hint: t("reason.hint", { most: MAX_REASON_CHARS }),
      reject: t("reason.reject"),
      given: t("reason.given"),
      mostChars: MAX_REASON_CHARS,
    },
    verdicts: { approve: t("verdicts.approve"), reject: t("verdicts.reject"), spam: t("verdicts.spam"), trash: t("verdicts.trash") },
  };
}
