import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EditPost } from "../edit-post";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("posts"))("editPost") };
}

export default async function EditPostPage({ params }: { params: Promise<{ id: string }> }) {
  return <EditPost kind="post" id={(await params).id} />;
}
