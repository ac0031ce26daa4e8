import type { Doer } from "@/lib/audit/record";
import { cutLine } from "@/lib/posts/clean-text";
import { formerSlug } from "@/lib/posts/former-slug";
import { importPost, type Imported } from "@/lib/posts/import";
import type { ImportOptions } from "@/lib/posts/import-options";
import type { Source } from "@/lib/posts/import-source";
import { MAX_STANDFIRST_CHARS, MAX_TITLE_CHARS } from "@/lib/posts/length";
import { slugOfPart } from "@/lib/posts/slug";
import type { Result } from "@/lib/result";
import { commentsIn } from "@/lib/wordpress/comments";
import type { WordPressExport, WordPressPost } from "@/lib/wordpress/export";
import { isGone } from "@/lib/wordpress/gone";
import { peopleOf } from "@/lib/wordpress/people";
import { Uploads } from "@/lib/wordpress/pictures";
import { pathOf, plain, sourceOf } from "@/lib/wordpress/post-source";

const BY: Doer = { actorId: null, rule: "import" };
/** How an address by a post's number begins. */
const NUMBERED = "/?p=";

/**
 * What a post can do without here: the end of a title or standfirst, an address that another has, a category that is too
 * long a name, readers where there is nothing to read.
 */
const WAIVABLE = ["title", "standfirst", "slug", "former", "category", "body"] as const;
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
  /** How many pictures of the site's it has that could not be taken in. */
  missing: number;
  /** How many tags it had there. */
  tags: number;
}

/** `uploads`: a copy of the site's folder `wp-content/uploads`; without it its pictures are links to it. */
export type SiteOptions = Pick<ImportOptions, "lang" | "publish" | "force"> & { uploads?: string };

/**
 * Brings the posts of a WordPress site in, one after the other, each with its comments; tells of each when it is done.
 * What is there already is updated, as `importPost` does it: a post is known by its site and number, a comment by its
 * post and number. What a post had not got, a by-line or its lead picture, it gets while nobody has edited it. Only with
 * `publish` is public here what was public there; then it has its date. Comments come in whatever becomes of the texts,
 * as long as the post is there. What was deleted here for good is `gone`, unless it is forced.
 */
export async function* bringIn(exported: WordPressExport, { uploads, ...options }: SiteOptions): AsyncGenerator<BroughtIn> {
  const people = await peopleOf(exported);
  const pictures = new Uploads(BY, exported.site, uploads);
  for (const post of exported.posts) {
    if (!options.force && (await isGone(pathOf(exported.site, post)))) {
      yield { post, result: { ok: false, error: "gone" }, waived: [], hasByLine: false, comments: 0, missing: 0, tags: 0 };
      continue;
    }
    pictures.missing.clear();
    const source = await sourceOf(exported, post, pictures);
    const authorIds = people.byLines(post.login);
    const tags = tagsOf(post);
    const lead = await pictures.take(exported.pictures.get(post.picture)?.src ?? "");
    const { result, waived } = await importWaiving(source, {
      ...options,
      publish: options.publish === true && post.isPublic && "once",
      former: formerOf(post),
      // What was public there before its date is public here, too: from now on.
      publishedAt: post.publishedAt && post.publishedAt <= new Date() ? post.publishedAt : null,
      begins: {
        kind: post.kind,
        slug: slugOfPart(post.slug),
        ...(authorIds.length > 0 && { authorIds }),
        category: post.categories[0] && plain(post.categories[0]),
        tags,
        commentsOpen: post.commentsOpen,
        leadMediaId: lead?.id ?? null,
      },
    });
    yield {
      post,
      result,
      waived,
      hasByLine: authorIds.length > 0,
      comments: await commentsIn(BY, source, post, people),
      missing: pictures.missing.size,
      tags: tags.length,
    };
  }
}

/** A post has one category here: the others are tags. Each once, in whatever case it is written, as tags are found here. */
function tagsOf({ categories, tags }: WordPressPost): string[] {
  const names = [...categories.slice(1), ...tags].map(plain).filter(Boolean);
  const lower = names.map((name) => name.toLowerCase());
  return names.filter((name, at) => lower.indexOf(name.toLowerCase()) === at);
}

/** Where it stood: by its number, and by the last part of its address (lib/server/former-address.ts). */
function formerOf({ number, link }: WordPressPost): string[] {
  const slug = URL.canParse(link) ? formerSlug(new URL(link).pathname.split("/").findLast(Boolean) ?? "") : "";
  return [...(number > 0 ? [`${NUMBERED}${number}`] : []), ...(slug ? [`/${slug}`] : [])];
}

function isNumbered(former: string): boolean {
  return former.startsWith(NUMBERED);
}

/** What the site cannot take is left off, one after the other, rather than the post. */
async function importWaiving(source: Source, options: ImportOptions): Promise<Pick<BroughtIn, "result" | "waived">> {
  const waived: Waived[] = [];
  for (;;) {
    const result = await importPost(shortened(source, waived), without(options, waived));
    const next = result.ok ? undefined : WAIVABLE.find((each) => result.fields?.[each] && !waived.includes(each));
    if (!next) return { result, waived };
    waived.push(next);
  }
}

function shortened(source: Source, waived: Waived[]): Source {
  const cut = (field: "title" | "standfirst", most: number) =>
    waived.includes(field) ? `${cutLine(source[field], most - 1)[0]}…` : source[field];
  return { ...source, title: cut("title", MAX_TITLE_CHARS), standfirst: cut("standfirst", MAX_STANDFIRST_CHARS) };
}

function without({ begins, former, publish, ...options }: ImportOptions, waived: Waived[]): ImportOptions {
  const is = (each: Waived) => waived.includes(each);
  return {
    ...options,
    begins: { ...begins, ...(is("slug") && { slug: "" }), ...(is("category") && { category: undefined }) },
    // Its former address ends in the same as its slug.
    former: is("former") ? [] : is("slug") ? former?.filter(isNumbered) : former,
    publish: is("body") ? false : publish,
  };
}
