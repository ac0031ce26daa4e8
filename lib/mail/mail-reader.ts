import type { Letter } from "@/lib/mail/letter";
import { sendMail } from "@/lib/mail/send";
import { mailTexts } from "@/lib/mail/texts";
import type { WayOut } from "@/lib/mail/way-out";

type Texts = Pick<Awaited<ReturnType<typeof mailTexts>>, "t" | "siteName">;

/** What is to be said to a reader; how they are greeted, and how such mails end, is the same in all. */
interface Said extends Pick<Letter, "paragraphs" | "quote" | "action"> {
  /** What it tells of (lib/mail/send.ts). */
  id: string;
  subject: string;
}

/** A reader, as a mail knows them. */
interface Reader {
  /** Their address. */
  to: string;
  /** The language of the post that the mail is about, if it is about one. */
  lang?: string;
}

/**
 * Sends a reader a mail in the site's language, or the post's where the settings say so, by a job. Takes the reader, how
 * such mails end, and what to say with the texts. Throws what `sendMail` throws.
 */
export async function mailReader({ to, lang }: Reader, { ends, page, oneClick }: WayOut, say: (texts: Texts) => Said): Promise<void> {
  const { t, locale, siteName } = await mailTexts(lang);
  const { id, subject, ...letter } = say({ t, siteName });
  await sendMail({
    id,
    to,
    from: siteName,
    subject,
    letter: {
      lang: locale,
      greeting: t("greeting"),
      ...letter,
      footer: t("footer", { siteName }),
      end: { label: ends === "all" ? t("endAll") : t("end"), url: page },
    },
    unsubscribe: oneClick,
  });
}
