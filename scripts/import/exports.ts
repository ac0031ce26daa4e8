import type { CommandContext } from "../start/context";
import { reasonOf } from "./reason";
import { MAX_BODY_CHARS } from "@/lib/comments/schema";
import { config } from "@/lib/config";
import { MAX_TAGS } from "@/lib/posts/schema";
import type { BroughtIn, SiteOptions, Waived } from "@/lib/wordpress/bring-in";
import type { WordPressExport } from "@/lib/wordpress/export";
import { mergeExports } from "@/lib/wordpress/merge";

/** What was read from a file, and how the file was named. */
export interface Named<Read> {
  file: string;
  source: Read;
}

/** What is said of a post that came in without something. */
const WITHOUT: Record<Waived, string> = {
  title: "has the beginning of its title alone: it is longer than 300 characters",
  standfirst: "has the beginning of its excerpt alone: it is longer than 2,000 characters",
  slug: "has another address here: something stands at its own",
  former: "cannot be reached at every former address: another post has its number, or its slug",
  category: "has no category: the name is longer than 80 characters, or none",
  body: "is a draft: there is nothing in it to publish",
};
const TAGS = `a post has ${MAX_TAGS} at most here, and none is longer than 80 characters`;

/**
 * Brings in what exports of WordPress hold, all files of a site as one, says meanwhile how far it is (takes what says it),
 * and then what came of it. Returns what could not be brought in, a line a post. Throws an AbortError between two posts
 * once somebody asks it to stop: those that are in stay, and the next run goes on with the others.
 */
export async function bringInExports(
  exports: Named<WordPressExport>[],
  options: SiteOptions,
  { step, signal }: Pick<CommandContext, "step" | "signal">,
): Promise<string[]> {
  const problems: string[] = [];
  for (const { file, source } of bySite(exports)) {
    // Loaded late: it opens the database that the command has just found.
    const { bringIn } = await import("@/lib/wordpress/bring-in");
    const told = new Tally(options);
    try {
      await step(
        () => told.progress(source),
        async () => {
          for await (const one of bringIn(source, options)) {
            told.add(one);
            if (!one.result.ok && one.result.error !== "gone") problems.push(`${file}: “${one.post.title}” ${reasonOf(one.result)}.`);
            signal.throwIfAborted();
          }
        },
      );
    } finally {
      // Stopped, too: what a new post lost is told once, and the next run finds it there.
      console.log(told.summary(file, source));
    }
  }
  return problems;
}

function bySite(exports: Named<WordPressExport>[]): Iterable<Named<WordPressExport>> {
  const sites = new Map<string, Named<WordPressExport>>();
  for (const { file, source } of exports) {
    const known = sites.get(source.site);
    sites.set(source.site, known ? { file: `${known.file}, ${file}`, source: mergeExports(known.source, source) } : { file, source });
  }
  return sites.values();
}

/** What came of the posts of an export. */
class Tally {
  readonly #posts = { new: 0, updated: 0, unchanged: 0 };
  readonly #notes: string[] = [];
  readonly #unknown = new Set<string>();
  readonly #options: SiteOptions;
  #done = 0;
  #comments = 0;
  #public = 0;
  #pictures = 0;
  #gone = 0;

  constructor(options: SiteOptions) {
    this.#options = options;
  }

  add({ post, result, waived, hasByLine, comments, missing, tags }: BroughtIn): void {
    this.#done++;
    this.#comments += comments;
    if (!result.ok) {
      if (result.error === "gone") this.#gone++;
      return;
    }
    this.#posts[result.change]++;
    if (result.isPublished) this.#public++;
    if (!hasByLine) this.#unknown.add(post.login);
    this.#pictures += missing;
    if (post.isScheduled && result.change === "new")
      this.#notes.push(`“${post.title}” is a draft: it was to appear there on ${post.publishedAt?.toISOString().slice(0, 16) ?? "?"} UTC`);
    const without = waived.map((each) => WITHOUT[each]);
    if (result.change === "new" && result.tags < tags) without.push(`has ${result.tags} of its ${tags} tags: ${TAGS}`);
    for (const each of without) this.#notes.push(`“${post.title}” ${each} (${config().SITE_URL}/${result.slug})`);
  }

  /** How far it is, whatever came of the posts that are through: nothing of what is in them, and short enough for a terminal's line. */
  progress({ posts }: WordPressExport): string {
    const [done, all, comments] = [this.#done, posts.length, this.#comments].map((count) => count.toLocaleString("en"));
    return `${done} of ${all} posts, ${comments} new comments`;
  }

  summary(file: string, { posts, others }: WordPressExport): string {
    const { new: made, updated, unchanged } = this.#posts;
    const { uploads } = this.#options;
    const left = [...others].map(([kind, count]) => `${count} ${kind}`).join(", ");
    const long = posts.flatMap(({ comments }) => comments).filter(({ html }) => html.length > MAX_BODY_CHARS).length;
    const drafts = posts.filter(({ isPublic }) => isPublic).length > 0 && !this.#options.publish;
    return [
      "",
      `  ${file}: ${made} new, ${updated} updated, ${unchanged} unchanged; ${this.#public} of them public`,
      `  Comments ${this.#comments} new`,
      ...this.#notes.map((note) => `  ${note}`),
      ...(long ? [`  Comments ${long} are longer than 10,000 characters: they end there`] : []),
      ...(this.#pictures
        ? [
            uploads
              ? `  ${this.#pictures} pictures could not be taken from ${uploads}: they are links to the former site`
              : `  ${this.#pictures} pictures are links to the former site: --uploads FOLDER takes them over`,
          ]
        : []),
      ...(this.#unknown.size
        ? [`  Without by-lines: nobody of the newsroom has the e-mail address of ${[...this.#unknown].join(", ")}`]
        : []),
      ...(this.#gone ? [`  Stayed away: ${this.#gone} that were deleted here for good; --force brings them again`] : []),
      ...(left ? [`  Left out: ${left}`] : []),
      ...(drafts ? ["  All of it is drafts: --publish makes public what was public there"] : []),
      "",
    ].join("\n");
  }
}
