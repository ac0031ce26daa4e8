import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { NextPage } from "@/components/newsroom/desk/next-page";
import { PictureGrid } from "@/components/newsroom/media/picture-grid";
import { UploadDesk } from "@/components/newsroom/media/upload-desk";
import { FindInList } from "@/components/newsroom/page/find-in-list";
import { EmptyList, PageTitle } from "@/components/newsroom/page/page";
import { requireActor } from "@/lib/auth";
import { listMedia } from "@/lib/media/newsroom";
import { askedFor, hrefOf } from "../list-address";

const HOME = "/admin/media";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("media"))("title") };
}

/** The media library: what is there, last uploaded first, and the way in for more. */
export default async function MediaPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, asked] = [await requireActor(), askedFor(await searchParams)];
  const listed = await listMedia(actor, asked);
  if (!listed.ok) notFound();
  const [t, messages] = [await getTranslations("media"), await getMessages()];
  const { after, ...stays } = asked;
  const { q = "" } = stays;
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <NextIntlClientProvider locale={await getLocale()} messages={{ media: messages.media, errors: messages.errors }}>
        <UploadDesk />
      </NextIntlClientProvider>
      <FindInList action={HOME} q={q} texts={{ search: t("search"), find: t("find") }} />
      {listed.pictures.length === 0 && <EmptyList>{q || after ? t("noneFound") : t("none")}</EmptyList>}
      <PictureGrid pictures={listed.pictures} label={t("existing")} />
      <NextPage
        first={after ? { href: hrefOf(HOME, stays), label: t("first") } : null}
        next={listed.next ? { href: hrefOf(HOME, stays, { after: listed.next }), label: t("next") } : null}
      />
    </>
  );
}
