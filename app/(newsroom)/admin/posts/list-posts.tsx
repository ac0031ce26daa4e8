import Link from "next/link";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { PostList } from "@/components/newsroom/posts/post-list";
import { SearchPosts } from "@/components/newsroom/posts/search-posts";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/auth";
import { listPosts } from "@/lib/posts/newsroom";

/** A list's query as the address has it, untrusted. */
export type ListQuery = Promise<Record<string, string | string[] | undefined>>;

const STATUSES = ["draft", "in_review", "scheduled", "published", "unpublished", "archived", "trash"] as const;

/** The posts, or the static pages, that the actor may change: one status of them, found by title, page by page. */
export async function ListPosts({ kind, query }: { kind: "post" | "page"; query: ListQuery }) {
  const [actor, asked] = [await requireActor(), await query];
  const listed = await listPosts(actor, { ...asked, kind });
  if (!listed.ok) notFound();
  const [t, format] = [await getTranslations("posts"), await getFormatter()];
  const home = `/admin/${kind}s`;
  const [q, status] = [textOf(asked.q), STATUSES.find((each) => each === asked.status)];
  const further = (after: string) => `${home}?${new URLSearchParams({ ...(q && { q }), ...(status && { status }), after }).toString()}`;
  return (
    <>
      <h1>{t(kind === "page" ? "pages" : "posts")}</h1>
      <p>
        <ButtonLink href={`${home}/new`} tone="primary">
          {t(kind === "page" ? "newPage" : "newPost")}
        </ButtonLink>
      </p>
      <SearchPosts
        action={home}
        q={q}
        status={status ?? ""}
        statuses={STATUSES.map((each) => ({ id: each, name: t(`status.${each}`) }))}
        texts={{ search: t("searchTitle"), status: t("statusFilter"), all: t("allStatuses"), filter: t("filter") }}
      />
      <PostList
        caption={t(kind === "page" ? "pages" : "posts")}
        headings={{ title: t("title"), status: t("statusColumn"), byLines: t("byLines"), category: t("category"), changed: t("changed") }}
        empty={t(q || status ? "noneFound" : kind === "page" ? "noPages" : "noPosts")}
        rows={listed.posts.map((post) => ({
          id: post.id,
          href: `${home}/${post.id}`,
          title: post.title,
          lang: post.lang,
          status: post.status,
          statusText: t(`status.${post.status}`),
          view:
            post.status === "published" ? { href: `/${post.slug}`, label: t("view"), spoken: t("viewTitle", { title: post.title }) } : null,
          byLines: format.list(post.authors.map(({ user }) => user.name)),
          category: post.category?.name ?? "",
          changed: {
            instant: post.updatedAt.toISOString(),
            written: format.dateTime(post.updatedAt, { dateStyle: "medium", timeStyle: "short" }),
          },
        }))}
      />
      {listed.next && (
        <p>
          <Link href={further(listed.next)} prefetch={false} rel="next">
            {t("next")}
          </Link>
        </p>
      )}
    </>
  );
}

function textOf(value: string | string[] | undefined): string {
  return typeof value === "string" ? value.trim() : "";
}
