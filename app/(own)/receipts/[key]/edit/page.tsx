import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EditForm } from "@/components/public/receipt/edit-form";
import { Letter } from "@/components/public/receipt/letter";
import { OwnPage } from "@/components/public/receipt/own-page";
import { ownReply } from "@/lib/comments/own";
import { MAX_BODY_CHARS } from "@/lib/comments/schema";
import { receiptState, receiptTitle } from "@/lib/i18n/receipt-state";
import { fieldProblem } from "@/lib/i18n/too-long";
import { refusal } from "@/lib/server/bridge";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("receipt.change");
  return { title: await receiptTitle(t("button"), refusal()) };
}

/** Changes a reply's text. Of a text that changed elsewhere meanwhile both are shown: as it stands, and as it was typed. */
export default async function EditPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const [reply, refused] = [await ownReply(key), refusal()];
  if (!reply || (!reply.edit && !refused)) notFound();
  const t = await getTranslations("receipt.change");
  const hasChanged = refused && refused.error !== "invalid" && !reply.withdrawnAt;
  return (
    <OwnPage title={t("button")} {...await receiptState(refused, undefined)}>
      {hasChanged && (
        <>
          <h2>{t("now")}</h2>
          <Letter name={reply.name} html={reply.html} lang={reply.post?.lang} />
        </>
      )}
      {reply.fate === "published" && reply.edit && <p>{t(`then.${reply.edit.moderation}`)}</p>}
      <EditForm
        path={`/receipts/${key}`}
        api={`/api/receipts/${key}`}
        text={refused?.typed.body ?? reply.body}
        seen={reply.edit?.seen ?? ""}
        problem={await fieldProblem(refused?.fields?.body?.[0], MAX_BODY_CHARS, refused?.typed.body)}
      />
    </OwnPage>
  );
}
