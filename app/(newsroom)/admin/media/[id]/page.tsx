import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getFormatter, getLocale, getMessages, getTranslations } from "next-intl/server";
import { ChangeForm } from "@/components/newsroom/media/change-form";
import { DeletePicture } from "@/components/newsroom/media/delete-picture";
import styles from "@/components/newsroom/media/media.module.css";
import { ReplaceForm } from "@/components/newsroom/media/replace-form";
import { LineList } from "@/components/newsroom/page/line-list";
import { PageTitle, Part } from "@/components/newsroom/page/page";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/auth";
import { libraryPicture } from "@/lib/media/newsroom";
import { pathFor } from "@/lib/media/shown";
import { change, remove } from "../actions";
import { factsOf, usesIn } from "./view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("media"))("picture") };
}

/** A picture of the library: what is told of it, where it is used; whoever may change it does so here. */
export default async function PicturePage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }] = [await requireActor(), await params];
  const found = await libraryPicture(actor, id);
  if (!found.ok) notFound();
  const { uses, mayChange, mayDelete } = found;
  const { uploadedBy, createdAt, bytes, uploadedById, ...picture } = found.picture;
  const [t, format, messages] = [await getTranslations("media"), await getFormatter(), await getMessages()];
  const used = usesIn(uses, t);
  return (
    <>
      <PageTitle actions={<ButtonLink href="/admin/media">{t("all")}</ButtonLink>}>{t("picture")}</PageTitle>
      <p className={styles.facts}>{factsOf(found.picture, t, format)}</p>
      <NextIntlClientProvider locale={await getLocale()} messages={{ media: messages.media, errors: messages.errors }}>
        {mayChange ? (
          <ChangeForm picture={picture} action={change} />
        ) : (
          <figure className={styles.whole}>
            <img src={pathFor(picture, 960)} alt={picture.alt} width={picture.width} height={picture.height} />
          </figure>
        )}
        <Part title={t("usesHeading")} intro={t("usesIntro")}>
          {used.length > 0 ? <LineList lines={used} /> : <p>{t("unused")}</p>}
        </Part>
        {mayChange && (
          <Part title={t("replaceHeading")} intro={t("replaceIntro")}>
            <ReplaceForm id={id} />
          </Part>
        )}
        {mayChange && (
          <Part title={t("deleteHeading")} intro={t("deleteIntro")}>
            {mayDelete ? <DeletePicture id={id} action={remove} /> : <p>{t("stillUsed")}</p>}
          </Part>
        )}
      </NextIntlClientProvider>
    </>
  );
}
