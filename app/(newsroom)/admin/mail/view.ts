import type { getFormatter, getTranslations } from "next-intl/server";
import type { MailRow } from "@/components/newsroom/mailbox/mail-list";
import type { Mailbox } from "@/lib/mail/newsroom";

type Texts = Awaited<ReturnType<typeof getTranslations<"mailbox">>>;
type Format = Awaited<ReturnType<typeof getFormatter>>;

/** The mails of a page, written out in the site's language and time zone. */
export function rowsOf({ isSent, mails }: Mailbox, t: Texts, format: Format): MailRow[] {
  return mails.map(({ id, kind, state, createdAt, failure, kept }) => {
    const title = kept?.subject || t(`kinds.${kind}`);
    return {
      id,
      title,
      to: kept && kept.to,
      state,
      stateText: !isSent && state === "sent" ? t(kept ? "states.written" : "states.removed") : t(`states.${state}`),
      failure,
      time: { instant: createdAt.toISOString(), written: format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" }) },
      show: kept && t("showOne", { title }),
    };
  });
}
