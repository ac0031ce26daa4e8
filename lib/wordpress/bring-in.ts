import { createTranslator } from "use-intl/core";
import type { Doer } from "@/lib/audit/record";
import { importComments, type ForeignComment } from "@/lib/comments/import";
import { commentFromHtml } from "@/lib/comments/text-from-html";
import { privateDb } from "@/lib/db/private";
import { siteMessages } from "@/lib/i18n/site-messages";
import { importPost, type Imported } from "@/lib/posts/import";
import type { ImportOptions } from "@/lib/posts/import-options";
import type { Source } from "@/lib/posts/import-source";
import type { Result } from "@/lib/result";
import type { WordPressComment, WordPressExport, WordPressPost } from "@/lib/wordpress/export";
import { peopleOf, type People } from "@/lib/wordpress/people";
import { Uploads } from "@/lib/wordpress/pictures";
import { plain, slugFrom, sourceOf } from "@/lib/wordpress/post-source";

const BY: Doer = { actorId: null, rule: "import" };
/** So many comments come in with one act. */
const AT_ONCE = 2_000;
/** So long that may take, in milliseconds. */
const ACT_MS = 60_000;

/** What a post can do without here: an address that another has, a category that is too long a name, readers where there is nothing to read. */
const WAIVABLE = ["slug", "former", "category", "body"] as const;
export type Waived = (typeof WAIVABLE)[number];

/** What came of one post of an export. */
export interface BroughtIn {
  post: WordPressPost;
  result: Result<Imported>;
  waived: Waived[];
  /** Whether somebody of the newsroom has the address of who wrote it. */
  hasByLine: boolean;
  /** How many of its comments are new. */
  comments: number;
}

/** `uploads`: a copy of the site's folder `wp-content/uploads`; without it its pictures are links to it. */
export type SiteOptions = Pick<ImportOptions, "lang" | "publish" | "force"> & { uploads?: string };

/**
 * Brings the posts of a WordPress site in, one after the other, each with its comments; tells of each when it is done.
 * What is there already is updated, as `importPost` does it: a post is known by its site and number, a comment by its
 * post and number. Only with `publish` is public here what was public there; then it has its date. Comments come in
 * whatever becomes of the texts, as long as the post is there.
 */
export async function* bringIn(exported: WordPressExport, { uploads, ...options }: SiteOptions): AsyncGenerator<BroughtIn> {
  const people = await peopleOf(exported);
  const pictures = new Uploads(BY, exported.site, uploads);
  for (const post of exported.posts) {
    const source = await sourceOf(exported, post, pictures);
    const authorIds = people.byLines(post.login);
    const lead = await pictures.take(exported.pictures.get(post.picture)?.src ?? "");
    const { result, waived } = await importWaiving(source, {
      ...options,
      publish: options.publish === true && post.isPublic,
      former: [`/?p=${post.number}`, ...(/\/[a-z0-9-]+\/?$/.test(post.link) ? [post.link] : [])],
      category: post.categories[0] && plain(post.categories[0]),
      // A post has one category here.
      tags: [...post.categories.slice(1), ...post.tags].map(plain),
      publishedAt: post.publishedAt,
      begins: {
        kind: post.kind,
        slug: slugFrom(post.slug),
        ...(authorIds.length > 0 && { authorIds }),
        commentsOpen: post.commentsOpen,
        leadMediaId: lead?.id ?? null,
      },
    });
    yield { post, result, waived, hasByLine: authorIds.length > 0, comments: await commentsIn(source, post, people) };
  }
}

/** What the site cannot take is left off, one after the other, rather than the post. */
async function importWaiving(source: Source, options: ImportOptions): Promise<Pick<BroughtIn, "result" | "waived">> {
  const waived: Waived[] = [];
  for (;;) {
    const result = await importPost(source, without(options, waived));
    const next = result.ok ? undefined : WAIVABLE.find((each) => result.fields?.[each] && !waived.includes(each));
    if (!next) return { result, waived };
    waived.push(next);
  }
}

function without(options: ImportOptions, waived: Waived[]): ImportOptions {
  return {
    ...options,
    // Its former address ends in the same.
    ...(waived.includes("slug") && { begins: { ...options.begins, slug: "" }, former: options.former?.slice(0, 1) }),
    ...(waived.includes("former") && { former: [] }),
    ...(waived.includes("category") && { category: undefined }),
    ...(waived.includes("body") && { publish: false }),
  };
}

/** The comments of a post that is there, whether its text came in or not. Returns how many are new. Index: post_source_path_key. */
async function commentsIn({ path }: Source, { comments }: WordPressPost, people: People): Promise<number> {
  const post =
    comments.length > 0 ? await privateDb.post.findUnique({ where: { sourcePath: path }, select: { id: true, lang: true } }) : null;
  if (!post) return 0;
  const t = createTranslator({ ...(await siteMessages(post.lang)), namespace: "thread" });
  const of = { postId: post.id, nameless: t("nameless") };
  const sorted = apart(comments.toSorted((a, b) => a.number - b.number)).map((comment) => foreign(comment, people));
  let added = 0;
  for (let at = 0; at < sorted.length; at += AT_ONCE)
    added += await privateDb.$transaction((tx) => importComments(tx, BY, of, sorted.slice(at, at + AT_ONCE)), { timeout: ACT_MS });
  return added;
}

function foreign({ html, name, person, ...comment }: WordPressComment, people: People): ForeignComment {
  return { ...comment, name: plain(name), body: commentFromHtml(html), userId: people.userOf(person) };
}

/** WordPress's times are whole seconds; here the time orders them alone: those of one second are set a millisecond apart. */
function apart(comments: WordPressComment[]): WordPressComment[] {
  const seconds = new Map<number, number>();
  return comments.map((comment) => {
    const second = comment.at.getTime();
    const before = seconds.get(second) ?? 0;
    seconds.set(second, before + 1);
    return { ...comment, at: new Date(second + Math.min(before, 999)) };
  });
}
