import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Letter } from "@/components/public/receipt/letter";
import { OwnPage } from "@/components/public/receipt/own-page";
import { ReportForm } from "@/components/public/report/report-form";
import { commentPath } from "@/lib/comments/address";
import { receiptState, receiptTitle } from "@/lib/i18n/receipt-state";
import { newReportKey, replyToReport } from "@/lib/reports/own";
import { refusal } from "@/lib/server/bridge";

export async function generateMetadata(): Promise<Metadata> {
  return { title: await receiptTitle((await getTranslations("report"))("title"), refusal()) };
}

/**
 * Reports a public reply, without an account. After a refusal what was typed stands there again, also where the reply
 * went off the page in the meantime.
 */
export default async function ReportPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, refused] = [await params, refusal()];
  const reply = await replyToReport(id);
  if (!reply && !refused) notFound();
  const t = await getTranslations("report");
  const { problem } = await receiptState(refused, undefined);
  return (
    <OwnPage title={t("title")} problem={refused?.error === "gone" ? t("gone") : problem}>
      {reply && (
        <>
          <p>{t.rich("about", { post: () => <span lang={reply.post.lang}>{reply.post.title}</span> })}</p>
          <Letter name={reply.name} html={reply.html} lang={reply.post.lang} />
        </>
      )}
      <ReportForm
        formKey={refused?.typed.key ?? newReportKey(id)}
        typed={refused?.typed}
        wrong={refused?.fields}
        back={reply && commentPath(reply.post.slug, id)}
      />
    </OwnPage>
  );
}
