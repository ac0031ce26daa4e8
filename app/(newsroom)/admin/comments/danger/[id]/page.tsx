import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Police } from "@/components/newsroom/danger/police";
import desk from "@/components/newsroom/desk/desk.module.css";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { PageTitle, Part } from "@/components/newsroom/page/page";
import { Status } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/auth";
import { replyInDanger } from "@/lib/evidence/newsroom";
import { frozenView, policeTexts } from "../frozen";
import { freeze } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("danger"))("title") };
}

/** A reply that points to a danger to life: one act freezes it, and whom to inform stands beside it. */
export default async function ReplyInDangerPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const reply = await replyInDanger(await requireActor(), id);
  if (!reply.ok) notFound();
  const t = await getTranslations("danger");
  const { name, body, post, frozen, police } = reply;
  const view = frozen && (await frozenView(frozen));
  return (
    <>
      <PageTitle actions={<ButtonLink href="/admin/comments/danger">{t("toList")}</ButtonLink>}>{t("title")}</PageTitle>
      <Police {...await policeTexts(police)} />
      <Part title={t("reply")} intro={post.title}>
        <p className={desk.name}>
          <bdi>{name}</bdi>
        </p>
        <p className={desk.text} lang={post.lang}>
          {body}
        </p>
      </Part>
      <Part title={t("freezing")} intro={view ? `${view.frozen} ${view.kept}` : t("freezingIntro")}>
        <Status>{view && t("isFrozen")}</Status>
        {!view && <ActionForm action={freeze} hidden={{ id }} submit={t("freeze")} tone="danger" />}
      </Part>
    </>
  );
}
