import { cache } from "react";
import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthorData } from "@/components/public/author/author-data";
import { AuthorHead } from "@/components/public/author/author-head";
import { Breadcrumb } from "@/components/public/breadcrumb";
import { BreadcrumbData } from "@/components/public/breadcrumb-data";
import { Notice } from "@/components/public/notice";
import { Pager } from "@/components/public/pager";
import { PostList } from "@/components/public/post/post-list";
import { feedLinks } from "@/lib/feeds/public";
import { pathFor } from "@/lib/media/shown";
import { postsBy, type PageQuery } from "@/lib/posts/public";
import { siteAddress, siteSettings } from "@/lib/settings/public";
import { movedAuthor, publicAuthor, type PublicAuthor } from "@/lib/users/public";

interface AuthorPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<PageQuery>;
}

const MAX_DESCRIPTION_CHARS = 300;
const PICTURE_PIXELS = 640;

/** Head and page are made apart, and read the author once. */
const authorAt = cache(publicAuthor);

export async function generateMetadata({ params, searchParams }: AuthorPageProps): Promise<Metadata> {
  const author = await authorAt((await params).slug);
  if (!author) return {};
  const [{ name: siteName }, t, { after, before }] = await Promise.all([siteSettings(), getTranslations("author"), searchParams]);
  const description = author.bio.replace(/\s+/g, " ").slice(0, MAX_DESCRIPTION_CHARS) || t("description", { name: author.name, siteName });
  const path = pathOf(author);
  const query = after ? `?after=${after}` : before ? `?before=${before}` : "";
  const title = t("titled", { name: author.name, siteName });
  return {
    title,
    description,
    alternates: { canonical: `${path}${query}`, types: await feedLinks(path, title) },
    openGraph: { type: "profile", title: author.name, description, url: siteAddress(path), siteName, images: pictureOf(author) },
  };
}

/** Who writes here, and what: the newest first, page by page. A former address leads here. */
export default async function AuthorPage({ params, searchParams }: AuthorPageProps) {
  const { slug } = await params;
  const author = await authorAt(slug);
  if (!author) {
    const moved = await movedAuthor(slug);
    if (moved) permanentRedirect(`/author/${moved}`);
    notFound();
  }
  const page = await postsBy(author.id, await searchParams);
  if (!page) notFound();
  const [t, { name }] = [await getTranslations("author"), await siteSettings()];
  const { posts, newer, older } = page;
  const path = pathOf(author);
  const steps = [
    { name, path: "/" },
    { name: author.name, path },
  ];
  return (
    <>
      <Breadcrumb steps={steps} />
      <AuthorHead author={author} kicker={t("kicker", { siteName: name })} />
      {posts.length > 0 ? (
        <section aria-labelledby="posts">
          <h2 id="posts" className="visually-hidden">
            {t("posts", { name: author.name })}
          </h2>
          <PostList posts={posts} level={2} isFirst />
        </section>
      ) : (
        <Notice title={t("pastEnd")}>
          <p>
            <a href={path}>{t("toNewest", { name: author.name })}</a>
          </p>
        </Notice>
      )}
      <Pager path={path} newer={newer} older={older} />
      <AuthorData author={author} picture={pictureOf(author)} site={{ name, address: siteAddress("/") }} />
      <BreadcrumbData steps={steps} site={siteAddress("/")} />
    </>
  );
}

function pathOf({ slug }: PublicAuthor): string {
  return `/author/${slug}`;
}

function pictureOf({ picture }: PublicAuthor): string | undefined {
  return picture ? siteAddress(pathFor(picture, PICTURE_PIXELS, "jpg")) : undefined;
}
