import type { getFormatter, getTranslations } from "next-intl/server";
import { nameInTree } from "@/components/newsroom/order/category-options";
import type { Filter } from "@/components/newsroom/page/list-filters";
import type { PostRow } from "@/components/newsroom/posts/view";
import { languageName } from "@/lib/i18n/languages";
import { TRASH_DAYS } from "@/lib/posts/empty-trash";
import type { ListedPost } from "@/lib/posts/list";
import type { ListChoices } from "@/lib/posts/list-choices";
import type { Asked } from "../list-address";

type PostTexts = Awaited<ReturnType<typeof getTranslations<"posts">>>;
type FlowTexts = Awaited<ReturnType<typeof getTranslations<"flow">>>;
type Format = Awaited<ReturnType<typeof getFormatter>>;

/** The texts of the two namespaces that the list is written with, and how times are. */
export interface Written {
  t: PostTexts;
  flow: FlowTexts;
  format: Format;
}

/** The posts of a page as the list shows them. */
export function rowsOf(posts: ListedPost[], home: string, texts: Written): PostRow[] {
  const { t, flow, format } = texts;
  const moment = (at: Date) => ({ instant: at.toISOString(), written: format.dateTime(at, { dateStyle: "medium", timeStyle: "short" }) });
  return posts.map((post) => {
    const title = post.title || t("untitled");
    return {
      id: post.id,
      // What lies in the trash is not written on; it can be restored on the page of its way.
      href: post.status === "trash" ? `${home}/${post.id}/flow` : `${home}/${post.id}`,
      title,
      lang: post.lang,
      select: flow("select", { title }),
      status: post.status,
      statusText: t(`status.${post.status}`),
      notes: notesOf(post, texts),
      view: post.status === "published" ? { href: `/${post.slug}`, label: t("view"), spoken: t("viewTitle", { title }) } : null,
      byLines: format.list(post.authors.map(({ user }) => user.name)),
      category: post.category?.name ?? "",
      date: moment(post.publishedAt ?? post.scheduledFor ?? post.createdAt),
      changed: moment(post.updatedAt),
    };
  });
}

function notesOf({ status, version, appliedVersion, assignee, trashedAt }: ListedPost, { flow, format }: Written): string[] {
  const gone = trashedAt && new Date(trashedAt.getTime() + TRASH_DAYS * 24 * 60 * 60 * 1000);
  return [
    ...(status === "published" && version !== appliedVersion ? [flow("changesWait")] : []),
    ...(assignee ? [flow("with", { name: assignee.name })] : []),
    ...(gone ? [flow("goneOn", { date: format.dateTime(gone, { dateStyle: "medium" }) })] : []),
  ];
}

/** Makes filters of a list. Takes what its address asks for, and what the choice is called that narrows nothing. */
export function filterIn(asked: Asked, all: string) {
  return (name: string, label: string, options: Filter["options"]): Filter => ({ name, label, all, value: asked[name] ?? "", options });
}

/** The list's filters with what they offer, in the site's language. */
export function filtersOf(choices: ListChoices, asked: Asked, locale: string, { t, flow, format }: Written): Filter[] {
  const month = (text: string) => format.dateTime(new Date(`${text}-15T12:00:00Z`), { year: "numeric", month: "long" });
  const filter = filterIn(asked, t("allStatuses"));
  return [
    filter("author", t("byLines"), choices.authors),
    filter(
      "category",
      t("category"),
      choices.categories.map((each) => ({ id: each.id, name: nameInTree(each) })),
    ),
    filter("tag", flow("tag"), choices.tags),
    filter(
      "lang",
      t("language"),
      choices.langs.map((id) => ({ id, name: languageName(id, locale) })),
    ),
    filter(
      "month",
      flow("month"),
      choices.months.map((id) => ({ id, name: month(id) })),
    ),
  ];
}
