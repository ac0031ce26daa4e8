import { cache } from "react";
import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PostArticle } from "@/components/public/post/post-article";
import { PostPage } from "@/components/public/post/post-page";
import { RelatedPosts } from "@/components/public/post/related-posts";
import { Replies } from "@/components/public/replies";
import { publishedThread } from "@/lib/comments/public";
import type { ThreadQuery } from "@/lib/comments/thread-query";
import { openGraphLocale } from "@/lib/i18n/languages";
import { movedTo, publishedPost, relatedPosts, type PublishedPost } from "@/lib/posts/public";
import { refusal } from "@/lib/server/bridge";
import { siteAddress, siteSettings } from "@/lib/settings/public";

interface PostPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<ThreadQuery>;
}

/** Head and page are made apart, and read the post once. */
const postAt = cache(publishedPost);

export async function generateMetadata({ params }: PostPageProps): Promise<Metadata> {
  const post = await postAt((await params).slug);
  if (!post) return {};
  const [{ name }, t] = await Promise.all([siteSettings(), getTranslations("site")]);
  const { slug, title, description } = post;
  const titled = t("titled", { title, name });
  return {
    title: refusal() ? t("errorTitled", { title: titled }) : titled,
    description,
    authors: post.authors.map((author) => ({ name: author.name })),
    alternates: { canonical: `/${slug}` },
    openGraph: {
      type: "article",
      title,
      description,
      url: siteAddress(`/${slug}`),
      siteName: name,
      locale: openGraphLocale(post.lang),
      publishedTime: post.publishedAt.toISOString(),
      modifiedTime: post.updatedAt.toISOString(),
      images: picturesOf(post),
    },
    twitter: { card: post.leadMedia ? "summary_large_image" : "summary" },
  };
}

function picturesOf({ leadMedia }: PublishedPost) {
  if (!leadMedia) return [];
  const { id, alt, width, height, widths } = leadMedia;
  const widest = widths.at(-1) ?? width;
  return [{ url: siteAddress(`/media/${id}/${widest}.jpg`), alt, width: widest, height: Math.round((height * widest) / width) }];
}

/** A post or static page at its address; a former address leads to the present one. */
export default async function PublicPostPage({ params, searchParams }: PostPageProps) {
  const { slug } = await params;
  const post = await postAt(slug);
  if (post) {
    return (
      <PostPage>
        <PostArticle post={post} />
        {post.kind === "post" && <RelatedAndReplies post={post} query={await searchParams} />}
      </PostPage>
    );
  }
  const moved = await movedTo(slug);
  if (moved) permanentRedirect(`/${moved}`);
  notFound();
}

async function RelatedAndReplies({ post, query }: { post: PublishedPost; query: ThreadQuery }) {
  const [related, thread] = await Promise.all([relatedPosts(post.id), publishedThread(post.id, query)]);
  return (
    <>
      <RelatedPosts posts={related} />
      <Replies post={post} thread={thread} refused={refusal()} />
    </>
  );
}
