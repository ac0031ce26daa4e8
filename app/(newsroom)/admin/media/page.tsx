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
import { listAddress } from "../list-address";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("media"))("title") };
}

/** The media library: what is there, last uploaded first, and the way in for more. */
export default async function MediaPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, query] = [await requireActor(), await searchParams];
  const listed = await listMedia(actor, query);
  if (!listed.ok) notFound();
  const [t, messages] = [await getTranslations("media"), await getMessages()];
  const q = typeof query.q === "string" ? query.q : "";
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <NextIntlClientProvider locale={await getLocale()} messages={{ media: messages.media, errors: messages.errors }}>
        <UploadDesk />
      </NextIntlClientProvider>
      <FindInList action="/admin/media" q={q} texts={{ search: t("search"), find: t("find") }} />
      {listed.pictures.length === 0 && <EmptyList>{q || query.after ? t("noneFound") : t("none")}</EmptyList>}
      <PictureGrid pictures={listed.pictures} label={t("existing")} />
      <NextPage
        first={query.after ? { href: listAddress("/admin/media", { q }), label: t("first") } : null}
        next={listed.next ? { href: listAddress("/admin/media", { q, after: listed.next }), label: t("next") } : null}
      />
    </>
  );
}
