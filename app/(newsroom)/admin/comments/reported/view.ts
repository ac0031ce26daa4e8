import type { getFormatter, getTranslations } from "next-intl/server";
import type { ReportedTexts, ReportedView } from "@/components/newsroom/reported/view";
import { MAX_REASON_CHARS } from "@/lib/comments/moderation-schema";
import type { ListedReport, ReportedReply } from "@/lib/reports/newsroom";
import { groundTexts } from "../ground-texts";
import { keysTexts } from "../key-texts";
import { articleOf, dangerLink } from "../links";

type Texts<Namespace extends "reported" | "report" | "desk"> = Awaited<ReturnType<typeof getTranslations<Namespace>>>;
type Format = Awaited<ReturnType<typeof getFormatter>>;

interface Written {
  t: Texts<"reported">;
  report: Texts<"report">;
  desk: Texts<"desk">;
  format: Format;
}

/** The rows of the list, written out in the site's language and time zone. */
export function rowsOf(reported: ReportedReply[], written: Written): ReportedView[] {
  const { t, desk, format } = written;
  return reported.map(({ openedAt, isIllegal, count, reports, comment }) => {
    const { id, name, body, status, seen, maskedAddress, post } = comment;
    const hidden = count - reports.length;
    return {
      id,
      status,
      seen,
      name,
      text: body,
      maskedAddress,
      state: t("state", { status: desk(`is.${status}`) }),
      illegal: isIllegal ? t("illegal") : null,
      count: t("count", { count, date: format.dateTime(openedAt, { dateStyle: "medium", timeStyle: "short" }) }),
      more: hidden > 0 ? t("more", { count: hidden }) : null,
      reports: reports.map((each) => lineOf(each, written)),
      post: articleOf(post),
      danger: dangerLink(id, desk),
      actions: t("actions", { name }),
    };
  });
}

function lineOf({ createdAt, reason, name, ...report }: ListedReport, { t, report: texts, format }: Written) {
  return {
    ...report,
    when: { instant: createdAt.toISOString(), written: format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" }) },
    reason: texts(`reasons.${reason}`),
    by: name && t("by", { name }),
  };
}

/** The texts of the controls of the list. */
export function reportedTexts(t: Texts<"reported">, desk: Texts<"desk">): ReportedTexts {
  const verdicts = { reject: desk("verdicts.reject"), spam: desk("verdicts.spam"), trash: desk("verdicts.trash") };
  const moves = { next: desk("keys.next"), previous: desk("keys.previous"), reason: desk("reason.label"), undo: desk("undo") };
  return {
    acts: { dismiss: t("dismiss"), ...verdicts },
    keys: keysTexts(desk, { ...moves, ...verdicts, approve: t("dismiss") }),
    undo: desk("undo"),
    showAddress: desk("showAddress"),
    ground: groundTexts(desk),
    reason: { label: desk("reason.label"), hint: desk("reason.hint", { most: MAX_REASON_CHARS }), mostChars: MAX_REASON_CHARS },
  };
}
