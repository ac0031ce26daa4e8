import { cache } from "react";
import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BreadcrumbData } from "@/components/public/breadcrumb-data";
import { ListHead } from "@/components/public/list-head";
import { Pager } from "@/components/public/pager";
import { PostList } from "@/components/public/post/post-list";
import { feedLinks } from "@/lib/feeds/public";
import { postsOfTag, type PageQuery } from "@/lib/posts/public";
import { siteAddress, siteSettings } from "@/lib/settings/public";
import { movedTag, publicTag } from "@/lib/taxonomy/public";

interface TagPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<PageQuery>;
}

/** Head and page are made apart, and read the tag once. */
const tagAt = cache(publicTag);

export async function generateMetadata({ params, searchParams }: TagPageProps): Promise<Metadata> {
  const [{ slug }, { after, before }, { name: site }, t, order] = await Promise.all([
    params,
    searchParams,
    siteSettings(),
    getTranslations("site"),
    getTranslations("order"),
  ]);
  const tag = await tagAt(slug);
  if (!tag) return {};
  const { name } = tag;
  const description = order("postsAbout", { name, site });
  const path = `/tag/${slug}${after ? `?after=${after}` : before ? `?before=${before}` : ""}`;
  const title = t("titled", { title: name, name: site });
  return {
    title,
    description,
    alternates: { canonical: path, types: await feedLinks(`/tag/${slug}`, title) },
    openGraph: { type: "website", title: name, description, url: siteAddress(path), siteName: site },
  };
}

/** A tag: the posts that have it, newest first, page by page; a former address, or that of a tag which became part of it, leads here. */
export default async function TagPage({ params, searchParams }: TagPageProps) {
  const { slug } = await params;
  const tag = await tagAt(slug);
  if (!tag) {
    const moved = await movedTag(slug);
    if (moved) permanentRedirect(`/tag/${moved}`);
    notFound();
  }
  const page = await postsOfTag(tag.id, await searchParams);
  if (!page || page.posts.length === 0) notFound();
  const { posts, newer, older } = page;
  const { name } = await siteSettings();
  const steps = [
    { name, path: "/" },
    { name: tag.name, path: `/tag/${slug}` },
  ];
  return (
    <>
      <ListHead title={tag.name} steps={steps} />
      <PostList posts={posts} level={2} isFirst />
      <BreadcrumbData steps={steps} site={siteAddress("/")} />
      <Pager newer={newer} older={older} path={`/tag/${slug}`} />
    </>
  );
}
