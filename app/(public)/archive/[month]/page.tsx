import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BreadcrumbData } from "@/components/public/breadcrumb-data";
import { ListHead } from "@/components/public/list-head";
import { Pager } from "@/components/public/pager";
import { PostList } from "@/components/public/post/post-list";
import { feedLinks } from "@/lib/feeds/public";
import { formatMonth } from "@/lib/i18n/dates";
import { isMonth, postsOfMonth, type PageQuery } from "@/lib/posts/public";
import { siteAddress, siteSettings } from "@/lib/settings/public";

interface MonthPageProps {
  params: Promise<{ month: string }>;
  searchParams: Promise<PageQuery>;
}

export async function generateMetadata({ params, searchParams }: MonthPageProps): Promise<Metadata> {
  const [{ month }, { after, before }, { name, locale }] = await Promise.all([params, searchParams, siteSettings()]);
  // What is no month has no page either.
  if (!isMonth(month)) return {};
  const [t, archive] = await Promise.all([getTranslations("site"), getTranslations("archive")]);
  const title = formatMonth(month, locale);
  const description = archive("monthDescription", { name, month: title });
  const path = `/archive/${month}${after ? `?after=${after}` : before ? `?before=${before}` : ""}`;
  return {
    title: t("titled", { title, name }),
    description,
    alternates: { canonical: path, types: await feedLinks() },
    openGraph: { type: "website", title, description, url: siteAddress(path), siteName: name },
  };
}

/** What was published in a month, by the site's clocks, newest first, page by page. A month without a post is no page. */
export default async function MonthPage({ params, searchParams }: MonthPageProps) {
  const [{ month }, { name, timeZone, locale }, t] = await Promise.all([params, siteSettings(), getTranslations("site")]);
  const page = await postsOfMonth(month, timeZone, await searchParams);
  if (!page || page.posts.length === 0) notFound();
  const { posts, newer, older } = page;
  const [title, path] = [formatMonth(month, locale), `/archive/${month}`];
  const steps = [
    { name, path: "/" },
    { name: t("archive"), path: "/archive" },
    { name: title, path },
  ];
  return (
    <>
      <ListHead title={title} steps={steps} />
      <PostList posts={posts} level={2} isFirst />
      <Pager newer={newer} older={older} path={path} />
      <BreadcrumbData steps={steps} site={siteAddress("/")} />
    </>
  );
}
