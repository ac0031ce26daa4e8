import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ShowRevisions, type RevisionsQuery } from "../../../posts/show-revisions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("save"))("revisions") };
}

export default async function RevisionsPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: RevisionsQuery }) {
  return <ShowRevisions kind="page" id={(await params).id} query={searchParams} />;
}
