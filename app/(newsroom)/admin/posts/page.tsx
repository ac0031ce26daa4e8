import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ListPosts, type ListQuery } from "./list-posts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("posts"))("posts") };
}

export default function PostsPage({ searchParams }: { searchParams: ListQuery }) {
  return <ListPosts kind="post" query={searchParams} />;
}
