import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FrontPageHead } from "@/components/public/front-page-head";
import { FrontSection } from "@/components/public/front-section";
import { FrontTop } from "@/components/public/front-top";
import { MostDiscussed } from "@/components/public/most-discussed";
import { Notice } from "@/components/public/notice";
import { Pager } from "@/components/public/pager";
import { PostList } from "@/components/public/post/post-list";
import { SiteData } from "@/components/public/site-data";
import { frontFeedLinks } from "@/lib/feeds/public";
import { pathFor } from "@/lib/media/shown";
import { discussedPosts, frontPosts, postsOfCategories, publishedPosts } from "@/lib/posts/public";
import { siteAddress, siteFrame, siteSettings } from "@/lib/settings/public";
import { categoriesUnder, categoryLinks } from "@/lib/taxonomy/public";

/** Posts of each category under the list. */
const POSTS_OF_SECTION = 4;
const LOGO_PIXELS = 640;

type Posts = NonNullable<Awaited<ReturnType<typeof publishedPosts>>>["posts"];

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
    alternates: { canonical: path, types: await frontFeedLinks() },
    openGraph: { type: "website", title: name, description, url: siteAddress(path), siteName: name },
  };
}

/** The newest posts first, page by page. */
export default async function FrontPage({ searchParams }: FrontPageProps) {
  const { after, before } = await searchParams;
  const [page, t] = await Promise.all([publishedPosts({ after, before }), getTranslations("site")]);
  if (!page) notFound();
  const { newer, older } = page;
  if (page.posts.length === 0) return <NothingHere isFirst={!after} />;
  return (
    <>
      {newer ? (
        <>
          <FrontPageHead title={t("olderPosts")} level={1} />
          <PostList posts={page.posts} level={2} isFirst />
        </>
      ) : (
        <Newest posts={page.posts} />
      )}
      <Pager path="/" newer={newer} older={older} />
      {!newer && <MostDiscussed posts={await discussedPosts()} />}
      {!newer && <Sections />}
      {!newer && <Site />}
    </>
  );
}

/** The site, for search engines. */
async function Site() {
  const [{ name, locale }, { logo }] = await Promise.all([siteSettings(), siteFrame()]);
  const address = siteAddress("/");
  return <SiteData name={name} address={address} lang={locale} logo={logo ? siteAddress(pathFor(logo, LOGO_PIXELS, "jpg")) : undefined} />;
}

/** What opens the page, as the newsroom arranged it, and the newest posts. */
async function Newest({ posts }: { posts: Posts }) {
  const [{ frontLeadId, frontSecondIds }, t] = await Promise.all([siteSettings(), getTranslations("site")]);
  const { top, others, isArranged } = await frontPosts(posts, { leadId: frontLeadId, secondIds: frontSecondIds });
  return (
    <>
      <FrontPageHead title={t(isArranged ? "inFocus" : "newestPosts")} level={1} />
      <FrontTop posts={top} />
      {isArranged && others.length > 0 && <FrontPageHead title={t("newestPosts")} level={2} />}
      <PostList posts={others} level={isArranged ? 3 : 2} />
    </>
  );
}

/** The newest posts of the categories that the settings name, each under its name. */
async function Sections() {
  const { frontSections } = await siteSettings();
  const sections = await Promise.all(
    (await categoryLinks(frontSections)).map(async ({ id, ...link }) => {
      const page = await postsOfCategories(await categoriesUnder(id), {});
      return { ...link, posts: page?.posts.slice(0, POSTS_OF_SECTION) ?? [] };
    }),
  );
  return sections.map((section) => section.posts.length > 0 && <FrontSection key={section.slug} {...section} />);
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
