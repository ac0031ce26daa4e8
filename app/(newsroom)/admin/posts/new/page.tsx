import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EditPost } from "../edit-post";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("posts"))("newPost") };
}

export default function NewPostPage() {
  return <EditPost kind="post" />;
}
