import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ListPosts, type ListQuery } from "../posts/list-posts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("posts"))("pages") };
}

export default function StaticPagesPage({ searchParams }: { searchParams: ListQuery }) {
  return <ListPosts kind="page" query={searchParams} />;
}
