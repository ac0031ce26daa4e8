import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { NextPage } from "@/components/newsroom/desk/next-page";
import { MailList } from "@/components/newsroom/mailbox/mail-list";
import styles from "@/components/newsroom/mailbox/mailbox.module.css";
import { EmptyList, PageTitle } from "@/components/newsroom/page/page";
import { requireActor } from "@/lib/auth";
import { FILE_DAYS } from "@/lib/mail/forget";
import { mailbox } from "@/lib/mail/newsroom";
import { show } from "./actions";
import { rowsOf } from "./view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mailbox"))("title") };
}

/** What the site mailed, for administrators: the mails themselves where no mail server is set, else what became of them. */
export default async function MailPage({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const [query, actor] = [await searchParams, await requireActor()];
  const box = await mailbox(actor, query);
  if (!box.ok) notFound();
  const [t, format] = [await getTranslations("mailbox"), await getFormatter()];
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <p className={styles.intro}>{box.isSent ? t("sent") : t("kept", { days: FILE_DAYS })}</p>
      {box.mails.length === 0 && <EmptyList>{query.after ? t("emptyPage") : t("empty")}</EmptyList>}
      <MailList label={t("title")} rows={rowsOf(box, t, format)} action={show} texts={{ show: t("show"), to: t("to") }} />
      <NextPage
        first={query.after ? { href: "/admin/mail", label: t("first") } : null}
        next={box.next ? { href: `/admin/mail?after=${box.next}`, label: t("next") } : null}
      />
    </>
  );
}
