import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FrontPageHead } from "@/components/public/front-page-head";
import { Notice } from "@/components/public/notice";
import { Pager } from "@/components/public/pager";
import { PostList } from "@/components/public/post/post-list";
import { publishedPosts } from "@/lib/posts/public";
import { siteAddress, siteSettings } from "@/lib/settings/public";

interface FrontPageProps {
  searchParams: Promise<{ after?: string; before?: string }>;
}

export async function generateMetadata({ searchParams }: FrontPageProps): Promise<Metadata> {
  const [{ name }, t, { after, before }] = await Promise.all([siteSettings(), getTranslations("site"), searchParams]);
  const description = t("description", { name });
  const path = after ? `/?after=${after}` : before ? `/?before=${before}` : "/";
  return {
    title: path === "/" ? name : t("titled", { title: t("olderPosts"), name }),
    description,
    alternates: { canonical: path },
    openGraph: { type: "website", title: name, description, url: siteAddress(path), siteName: name },
  };
}

/** The newest posts first, page by page. */
export default async function FrontPage({ searchParams }: FrontPageProps) {
  const { after, before } = await searchParams;
  const [page, t] = await Promise.all([publishedPosts({ after, before }), getTranslations("site")]);
  if (!page) notFound();
  const { posts, newer, older } = page;
  if (posts.length === 0) return <NothingHere isFirst={!after} />;
  return (
    <>
      <FrontPageHead title={newer ? t("olderPosts") : t("newestPosts")} />
      <PostList posts={posts} opens={!newer} />
      <Pager path="/" newer={newer} older={older} />
    </>
  );
}

async function NothingHere({ isFirst }: { isFirst: boolean }) {
  const t = await getTranslations("site");
  if (isFirst) {
    return (
      <Notice title={t("empty")}>
        <p>{t("emptyHint")}</p>
      </Notice>
    );
  }
  return (
    <Notice title={t("pastEnd")}>
      <p>
        <a href="/">{t("toFrontPage")}</a>
      </p>
    </Notice>
  );
}
