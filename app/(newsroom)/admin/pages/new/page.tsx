import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EditPost } from "../../posts/edit-post";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("posts"))("newPage") };
}

export default function NewStaticPage() {
  return <EditPost kind="page" />;
}
