import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ShowPreview, type PreviewQuery } from "../../show-preview";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("save"))("preview") };
}

export default async function PreviewPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: PreviewQuery }) {
  return <ShowPreview kind="post" id={(await params).id} query={searchParams} />;
}
