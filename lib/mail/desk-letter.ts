import { sendMail } from "@/lib/mail/send";
import { mailTexts } from "@/lib/mail/texts";
import type { Receiver } from "@/lib/notices/receivers";
import { siteAddress } from "@/lib/settings/public";

type Texts = Awaited<ReturnType<typeof mailTexts>>;

/** What is said of the desk, and the page of it that shows more. */
interface Told {
  subject: string;
  paragraphs: string[];
  quote?: string;
  action: { label: string; path: string };
}

/** Sends somebody of the newsroom a mail about the desk, with the way to have no more of them. Takes its id, who reads it, and what it says. */
export async function sendDeskLetter(texts: Texts, id: string, { email, name }: Receiver, told: Told): Promise<void> {
  const { t, locale, siteName } = texts;
  const { subject, paragraphs, quote, action } = told;
  await sendMail({
    id,
    to: email,
    from: siteName,
    subject,
    letter: {
      lang: locale,
      greeting: t("greetingName", { name }),
      paragraphs,
      quote,
      action: { label: action.label, url: siteAddress(action.path) },
      footer: t("footer", { siteName }),
      end: { label: t("changeNotices"), url: siteAddress("/admin/account#notices") },
    },
  });
}

/** Counted no further, as at the desk. */
const MAX_COUNT = 999;
/** One more than that is enough to know that there are more. */
export const COUNT_UP_TO = MAX_COUNT + 1;

/** A count as a mail says it. Takes one counted up to COUNT_UP_TO. */
export function countText({ t }: Texts, waiting: number): string {
  return waiting > MAX_COUNT ? t("commentReceived.manyCount") : String(waiting);
}
