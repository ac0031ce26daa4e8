import path from "node:path";
import { parseArgs } from "node:util";
import type { CommandContext } from "./start/context";
import { config } from "@/lib/config";
import { withDatabase } from "@/lib/db/open";
import { Failure } from "@/lib/failure";
import type { Imported, ImportOptions } from "@/lib/posts/import";
import { readSource, type Source } from "@/lib/posts/import-source";
import type { Result } from "@/lib/result";

const USAGE = `Use: npm run import -- FILE … [--lang de] [--publish] [--category NAME] [--former ADDRESS]… [--force]
  FILE        a text file, or Markdown (.md): the first line is the title, the next paragraph the standfirst
  --lang      the language of the text (de, en, pt-BR …); otherwise it is told by its words
  --publish   make the post public at once
  --category  the category, made when there is none of that name
  --former    where one file's post stood with WordPress: /?p=7 or /2012/08/a-slug/; that leads to it from now on
  --force     overwrite a post that was edited since it was brought in`;

/**
 * Brings posts in from files, into the site that runs, or into its database when none does. Prints each post's slug
 * and address. Throws a Failure that names every file that could not be brought in; of those nothing is kept.
 */
export async function main({ root, args }: CommandContext): Promise<void> {
  const { files, options } = readArguments(args);
  const read = await Promise.all(
    files.map(async (file) => ({ file, source: await readSource(path.resolve(process.env.INIT_CWD ?? "", file)) })),
  );
  const problems = read.flatMap(({ file, source }) => ("problem" in source ? [`${file} ${source.problem}.`] : []));
  const sources = read.flatMap(({ file, source }) => ("problem" in source ? [] : [{ file, source }]));
  if (sources.length) problems.push(...(await withDatabase(root, () => bringIn(sources, options))));
  if (problems.length) throw new Failure(problems.join("\n"));
}

function readArguments(args: string[]): { files: string[]; options: ImportOptions } {
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
      },
    });
    if (positionals.length === 0) throw new Failure(USAGE);
    if (values.former && positionals.length > 1) throw new Failure("--former is the address of one post: name one file with it.");
    return { files: positionals, options: values };
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${(error as Error).message}\n\n${USAGE}`, { cause: error });
  }
}

/** Returns what went wrong, a line a file. */
async function bringIn(sources: { file: string; source: Source }[], options: ImportOptions): Promise<string[]> {
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

function reasonOf({ error, fields }: Exclude<Result<Imported>, { ok: true }>): string {
  if (error === "staleVersion") return "was edited on the site since it was brought in: --force overwrites that";
  if (fields?.body?.includes("required")) return "has no text to publish under its standfirst";
  if (fields?.lang) return "was given a --lang that is no language's code, such as de or en";
  if (fields?.former?.includes("slugTaken")) return "was given a --former that another post has";
  if (fields?.former) return "was given a --former that is neither like /?p=7 nor like /2012/08/a-slug/";
  if (fields?.category) return "was given a --category of more than 80 characters, or of none";
  return `was refused (${error}${fields ? `: ${Object.keys(fields).join(", ")}` : ""})`;
}
