import type { getFormatter, getTranslations } from "next-intl/server";
import type { RowView } from "@/components/newsroom/desk/view";
import { MOST_OTHERS, type Others } from "@/lib/comments/desk/others";
import type { QueuedComment } from "@/lib/comments/desk/queued";
import { hrefOf, type Asked } from "../list-address";

interface Written {
  t: Awaited<ReturnType<typeof getTranslations<"desk">>>;
  format: Awaited<ReturnType<typeof getFormatter>>;
}

/** A comment's article as a row names it, with a link where readers find it. */
export function articleOf({ title, lang, slug, status }: QueuedComment["post"]): RowView["post"] {
  return { title, lang, href: status === "published" ? `/${slug}` : null };
}

type Context = Pick<QueuedComment, "id" | "by" | "others" | "ipPrefix" | "post">;

/** From a comment to those that have something in common with it: the address, the network, the article. */
export function linksOf({ id, by, others, ipPrefix, post }: Context, written: Written): RowView["links"] {
  return [
    ...(by && others ? [{ href: listHref({ by }), label: othersText(others, written) }] : []),
    ...(by ? [{ href: `/admin/commenters/${id}`, label: written.t("context.commenter") }] : []),
    ...(ipPrefix ? [{ href: listHref({ ip: ipPrefix }), label: ipPrefix }] : []),
    { href: listHref({ article: `/${post.slug}` }), label: written.t("context.article") },
  ];
}

/** Where a comment is frozen that points to a danger to life. */
export function dangerLink(id: string, t: Written["t"]): RowView["links"][number] {
  return { href: `/admin/comments/danger/${id}`, label: t("danger") };
}

function listHref(asked: Asked): string {
  return hrefOf("/admin/comments", { status: "all", ...asked });
}

/** What else came from a comment's address: how many in each state. */
function othersText({ counts, isMore }: Others, { t, format }: Written): string {
  if (isMore) return t("context.many", { count: MOST_OTHERS });
  const [one, ...more] = counts.map(({ status, count }) => `${t(`tabs.${status}`)} ${format.number(count)}`);
  return one ? t("context.others", { counts: [one, ...more].join(" · ") }) : t("context.first");
}
