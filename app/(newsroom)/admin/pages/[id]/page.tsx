import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EditPost } from "../../posts/edit-post";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("posts"))("editPage") };
}

export default async function EditStaticPage({ params }: { params: Promise<{ id: string }> }) {
  return <EditPost kind="page" id={(await params).id} />;
}
