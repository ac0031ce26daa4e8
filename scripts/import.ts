import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { CommandContext } from "./start/context";
import { config } from "@/lib/config";
import { withDatabase } from "@/lib/db/open";
import { Failure } from "@/lib/failure";
import type { Imported } from "@/lib/posts/import";
import type { ImportOptions } from "@/lib/posts/import-options";
import { readSource, type Source } from "@/lib/posts/import-source";
import type { SiteOptions } from "@/lib/wordpress/bring-in";
import type { WordPressExport } from "@/lib/wordpress/export";
import { readExport } from "@/lib/wordpress/read-export";
import { bringInExports, type Named } from "./import/exports";
import { reasonOf } from "./import/reason";

const USAGE = `Use: npm run import -- FILE … [--lang de] [--publish] [--category NAME] [--former ADDRESS]… [--force] [--uploads FOLDER]
  FILE        a text file, or Markdown (.md): the first line is the title, the next paragraph the standfirst;
              or an export of WordPress (.xml): its posts and pages with their comments; name all files of a split one
  --lang      the language of the text (de, en, pt-BR …); otherwise it is told by its words
  --publish   make the post public at once; of an export, what was public there
  --category  the category, made when there is none of that name
  --former    where one file's post stood with WordPress: /?p=7 or /2012/08/a-slug/; that leads to it from now on
  --force     overwrite a post that was edited since it was brought in; of an export, bring what was deleted here, too
  --uploads   of an export: a copy of the site's wp-content/uploads, whose pictures come in, too`;

type Options = ImportOptions & SiteOptions;

/**
 * Brings posts in from files, into the site that runs, or into its database when none does. Prints each post's slug
 * and address, and of an export how far it is. Throws a Failure that names every file that could not be brought in; of
 * those nothing is kept, nor of the other exports beside one that could not be read.
 */
export async function main({ root, args, ...context }: CommandContext): Promise<void> {
  const { files, options } = readArguments(args);
  const problems: string[] = [];
  const [posts, exports] = [[], []] as [Named<Source>[], Named<WordPressExport>[]];
  for (const file of files) {
    const from = fromHere(file);
    const read = isExport(file) ? await readExport(from) : await readSource(from);
    if ("problem" in read) problems.push(`${file} ${read.problem}.`);
    else if ("posts" in read) exports.push({ file, source: read });
    else posts.push({ file, source: read });
  }
  if (exports.length > 0 && exports.length < files.filter(isExport).length) {
    // A comment that comes in before the one that it answers begins a thread of its own for good.
    problems.push("No export was brought in: what one names may stand in another.");
    exports.length = 0;
  }
  const bringIn = async () => [...(await bringInPosts(posts, options)), ...(await bringInExports(exports, options, context))];
  if (posts.length + exports.length > 0) problems.push(...(await withDatabase(root, bringIn)));
  if (problems.length) throw new Failure(problems.join("\n"));
}

/** Files are named as seen from where the command was given. */
function fromHere(file: string): string {
  return path.resolve(process.env.INIT_CWD ?? "", file);
}

function isExport(file: string): boolean {
  return /\.xml$/i.test(file);
}

function readArguments(args: string[]): { files: string[]; options: Options } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        lang: { type: "string" },
        publish: { type: "boolean" },
        category: { type: "string" },
        former: { type: "string", multiple: true },
        force: { type: "boolean" },
        uploads: { type: "string" },
      },
    });
    if (positionals.length === 0) throw new Failure(USAGE);
    if (positionals.some(isExport) && (values.former ?? values.category))
      throw new Failure("--category and --former are a single post's: an export says both itself.");
    if (values.former && positionals.length > 1) throw new Failure("--former is the address of one post: name one file with it.");
    const uploads = values.uploads && fromHere(values.uploads);
    if (uploads && !fs.statSync(uploads, { throwIfNoEntry: false })?.isDirectory())
      throw new Failure(`${values.uploads} is no folder: --uploads takes a copy of the site's wp-content/uploads.`);
    return { files: positionals, options: { ...values, uploads } };
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${(error as Error).message}\n\n${USAGE}`, { cause: error });
  }
}

/** Returns what went wrong, a line a file. */
async function bringInPosts(sources: Named<Source>[], options: ImportOptions): Promise<string[]> {
  // Loaded late: it opens the database that withDatabase has just found.
  const { importPost } = await import("@/lib/posts/import");
  const problems: string[] = [];
  for (const { file, source } of sources) {
    const result = await importPost(source, options);
    if (result.ok) tell(file, result);
    else problems.push(`${file} ${reasonOf(result)}. Nothing was changed.`);
  }
  return problems;
}

function tell(file: string, { slug, change, isPublished }: Imported): void {
  const did = { new: "brought in", updated: "updated", unchanged: "unchanged" }[change];
  const state = isPublished ? "public" : "a draft: --publish, or the newsroom, makes it public";
  console.log(`\n  ${file}: ${did}\n  Slug     ${slug}\n  Address  ${config().SITE_URL}/${slug} (${state})\n`);
}
