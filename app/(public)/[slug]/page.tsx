import { cache } from "react";
import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Breadcrumb, type Step } from "@/components/public/breadcrumb";
import { BreadcrumbData } from "@/components/public/breadcrumb-data";
import { ArticleData } from "@/components/public/post/article-data";
import { BesidePosts } from "@/components/public/post/beside-posts";
import { PostArticle } from "@/components/public/post/post-article";
import { PostPage } from "@/components/public/post/post-page";
import { PostTags } from "@/components/public/post/post-tags";
import { PostTranslations } from "@/components/public/post/post-translations";
import { RelatedPosts } from "@/components/public/post/related-posts";
import { SharePost } from "@/components/public/post/share-post";
import { Replies } from "@/components/public/replies";
import { publicRules, publishedThread, threadClosing, type Thread } from "@/lib/comments/public";
import type { ThreadQuery } from "@/lib/comments/thread/query";
import { feedLinks } from "@/lib/feeds/public";
import { openGraphLocale } from "@/lib/i18n/languages";
import { alternatesOf, besidePosts, isGone, movedTo, publishedPost, relatedPosts, type PublishedPost } from "@/lib/posts/public";
import { goneForGood, previewed, refusal } from "@/lib/server/bridge";
import { siteAddress, siteSettings } from "@/lib/settings/public";
import { cardOf, leadPictureOf } from "@/lib/share/public";
import { categoryPath } from "@/lib/taxonomy/public";

interface PostPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<ThreadQuery>;
}

/** Head and page are made apart, and read the post and its thread once. */
const postAt = cache(publishedPost);
const threadAt = cache(async (slug: string, ...[after, before, replies, replyto]: Asked[]) => {
  const [post, settings] = await Promise.all([postAt(slug), siteSettings()]);
  if (post?.kind !== "post") return null;
  const authorIds = post.authors.map(({ id }) => id);
  return publishedThread(post.id, { after, before, replies, replyto }, { ...settings, authorIds });
});
type Asked = ThreadQuery[string];

/** `cache` knows a call again by its single values. */
async function threadOf(slug: string, searchParams: PostPageProps["searchParams"]) {
  const { after, before, replies, replyto } = await searchParams;
  return threadAt(slug, after, before, replies, replyto);
}

export async function generateMetadata({ params, searchParams }: PostPageProps): Promise<Metadata> {
  const post = await postAt((await params).slug);
  if (!post) return {};
  const { slug, description, canonicalUrl, translations } = post;
  const title = post.seoTitle || post.title;
  const [settings, t, feeds, thread] = await Promise.all([
    siteSettings(),
    getTranslations("site"),
    getTranslations("feeds"),
    threadOf(slug, searchParams),
  ]);
  const query = thread ? pageQuery(thread) : "";
  // Counted backwards pages may divide otherwise than forwards, where every comment stands on one.
  const isIndexed = !thread?.start || thread.only !== null || (await searchParams).before === undefined;
  const titled = t("titled", { title, name: settings.name });
  return {
    title: refusal() ? t("errorTitled", { title: titled }) : titled,
    description,
    authors: post.authors.map((author) => ({ name: author.name })),
    robots: isIndexed ? undefined : { index: false },
    alternates: {
      canonical: canonicalUrl || `/${slug}${query}`,
      // Further pages of replies, and what stood elsewhere first, are no version of their own.
      languages: query || canonicalUrl ? {} : Object.fromEntries(alternatesOf([post, ...translations], settings.locale)),
      types: await (thread ? feedLinks(`/${slug}`, feeds("repliesTo", { title: post.title })) : feedLinks()),
    },
    openGraph: {
      type: "article",
      title,
      description,
      url: siteAddress(`/${slug}`),
      siteName: settings.name,
      locale: openGraphLocale(post.lang),
      alternateLocale: translations.map(({ lang }) => openGraphLocale(lang)),
      publishedTime: post.publishedAt.toISOString(),
      modifiedTime: (post.revisedAt ?? post.publishedAt).toISOString(),
      images: [leadPictureOf(post) ?? cardOf(post, settings)],
    },
    twitter: { card: "summary_large_image" },
  };
}

/** The one address of a page of comments, however it was reached; the first page is the post's own. */
function pageQuery({ start, only }: Thread): string {
  const query = new URLSearchParams({ ...(start && { after: start }), ...(only && { replies: only }) });
  return query.size > 0 ? `?${query.toString()}` : "";
}

/** A post or static page at its address; a former address leads to the present one. */
export default async function PublicPostPage({ params, searchParams }: PostPageProps) {
  const { slug } = await params;
  const post = await postAt(slug);
  if (post?.kind === "post") return <WholePost post={post} thread={await threadOf(slug, searchParams)} />;
  if (post) {
    return (
      <PostPage>
        <PostTranslations translations={post.translations} />
        <PostArticle post={post} />
      </PostPage>
    );
  }
  const moved = await movedTo(slug);
  if (moved) permanentRedirect(`/${moved}`);
  if (await isGone(slug)) goneForGood();
  notFound();
}

async function WholePost({ post, thread }: { post: PublishedPost; thread: Thread | null }) {
  const [steps, related, beside, settings] = await Promise.all([stepsTo(post), relatedPosts(post.id), besidePosts(post), siteSettings()]);
  const { avatars, name } = settings;
  const rules = await publicRules(post.id, settings);
  const { guidelines, commenters } = rules;
  const came = { refused: refusal(), previewed: previewed() };
  const view = { avatars, guidelines, commenters, closing: threadClosing(post, rules), ...came };
  const site = { name, address: siteAddress("/") };
  return (
    <PostPage>
      <Breadcrumb steps={steps} />
      <PostTranslations translations={post.translations} />
      {/* The breadcrumb names the category. */}
      <PostArticle post={{ ...post, category: null }} />
      <SharePost title={post.title} address={siteAddress(`/${post.slug}`)} />
      <PostTags tags={post.tags} />
      <RelatedPosts posts={related} />
      <BesidePosts {...beside} />
      {thread && <Replies post={post} thread={thread} {...view} />}
      <ArticleData post={post} picture={leadPictureOf(post)?.url} thread={thread} site={site} />
      <BreadcrumbData steps={steps} site={site.address} />
    </PostPage>
  );
}

async function stepsTo({ slug, title, category }: PublishedPost): Promise<Step[]> {
  const [{ name }, above] = await Promise.all([siteSettings(), category ? categoryPath(category.id) : []]);
  return [
    { name, path: "/" },
    ...above.map((each) => ({ name: each.name, path: `/category/${each.slug}` })),
    { name: title, path: `/${slug}` },
  ];
}
