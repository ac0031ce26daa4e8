import { cache } from "react";
import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BreadcrumbData } from "@/components/public/breadcrumb-data";
import { EmptyPosts } from "@/components/public/empty-posts";
import { ListHead } from "@/components/public/list-head";
import { Pager } from "@/components/public/pager";
import { PostList } from "@/components/public/post/post-list";
import { feedLinks } from "@/lib/feeds/public";
import { postsOfCategories, type PageQuery } from "@/lib/posts/public";
import { siteAddress, siteSettings } from "@/lib/settings/public";
import { movedCategory, publicCategory } from "@/lib/taxonomy/public";

interface CategoryPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<PageQuery>;
}

/** Head and page are made apart, and read the category once. */
const categoryAt = cache(publicCategory);

export async function generateMetadata({ params, searchParams }: CategoryPageProps): Promise<Metadata> {
  const [{ slug }, { after, before }, { name: site }, t] = await Promise.all([
    params,
    searchParams,
    siteSettings(),
    getTranslations("site"),
  ]);
  const category = await categoryAt(slug);
  if (!category) return {};
  const { name } = category;
  const description = category.description || (await getTranslations("order"))("postsAbout", { name, site });
  const path = `/category/${slug}${after ? `?after=${after}` : before ? `?before=${before}` : ""}`;
  const title = t("titled", { title: name, name: site });
  return {
    title,
    description,
    alternates: { canonical: path, types: await feedLinks(`/category/${slug}`, title) },
    openGraph: { type: "website", title: name, description, url: siteAddress(path), siteName: site },
  };
}

/** A category: the posts in it and under it, newest first, page by page; a former address leads to the present one. */
export default async function CategoryPage({ params, searchParams }: CategoryPageProps) {
  const { slug } = await params;
  const category = await categoryAt(slug);
  if (!category) {
    const moved = await movedCategory(slug);
    if (moved) permanentRedirect(`/category/${moved}`);
    notFound();
  }
  const page = await postsOfCategories(category.ids, await searchParams);
  if (!page) notFound();
  const [{ posts, newer, older }, { name }] = [page, await siteSettings()];
  const steps = [{ name, path: "/" }, ...[...category.above, category].map(stepTo)];
  return (
    <>
      <ListHead title={category.name} description={category.description} steps={steps} under={category.under} />
      {posts.length > 0 ? <PostList posts={posts} level={2} isFirst /> : <EmptyPosts />}
      <BreadcrumbData steps={steps} site={siteAddress("/")} />
      <Pager newer={newer} older={older} path={`/category/${slug}`} />
    </>
  );
}

function stepTo({ name, slug }: { name: string; slug: string }) {
  return { name, path: `/category/${slug}` };
}
