import pg from "pg";
import { copyPost, fillReplies, settle } from "./fill";
import { siteSecret } from "@/lib/config";
import { prepareDatabase } from "@/lib/db/prepare";

/** Far above what a bench can send: limits are measured elsewhere (e2e/reader-limits.spec.ts). */
const SETTINGS = { repliesPerMinute: 10_000, repliesPerHour: 100_000, repliesPerHourOfOneEmail: 100_000 };
/** Answers under each first comment of the articles that nobody looks at. */
const ANSWERS = 4;

/** A database of the bench, opened as its owner. */
export interface BenchDatabase {
  url: string;
  owner: pg.Client;
}

/** The articles of the full database: those that are shown, by how many replies they have, and one that holds the rest. */
export interface Filled {
  shown: { count: number; path: string }[];
  rest: string;
}

/** Opens a database as its owner, with limits that no bench reaches. */
export async function connect(url: string): Promise<BenchDatabase> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  for (const [key, value] of Object.entries(SETTINGS))
    await owner.query("insert into setting (key, value) values ($1, $2)", [key, JSON.stringify(value)]);
  return { url, owner };
}

/** Makes a second database beside the first, with the same article in it. Returns its address. */
export async function makeSecond(root: string, first: BenchDatabase): Promise<BenchDatabase> {
  await first.owner.query("create database full_bench");
  const url = new URL(first.url);
  url.pathname = "/full_bench";
  await prepareDatabase({ root, url: url.href, secret: siteSecret() });
  const second = await connect(url.href);
  await copyArticle(first.owner, second.owner);
  return second;
}

/**
 * Stores so many replies: articles with `shown` of them each, all first comments, so that a page of each shows as many
 * as it may; and the rest in threads under one more.
 */
export async function fill({ owner }: BenchDatabase, slug: string, shown: number[], stored: number): Promise<Filled> {
  for (const count of shown) await fillReplies(owner, await copyPost(owner, slug, `with-${count}`), { count, answers: 0 });
  const rest = await copyPost(owner, slug, "with-the-rest");
  await fillReplies(owner, rest, { count: stored - shown.reduce((sum, count) => sum + count, 0), answers: ANSWERS });
  await settle(owner);
  return { shown: shown.map((count) => ({ count, path: `/${slug}-with-${count}` })), rest };
}

/** The id of the article that was brought in first. */
export async function firstPost({ owner }: BenchDatabase): Promise<string> {
  const { rows } = await owner.query<{ id: string }>("select id from post order by created_at limit 1");
  const [post] = rows;
  if (!post) throw new Error("There is no article.");
  return post.id;
}

async function copyArticle(from: pg.Client, to: pg.Client): Promise<void> {
  const columns = "id, status, published_at, slug, lang, title, standfirst, body, body_html, body_text, headings";
  const { rows } = await from.query<{ post: unknown }>(`select to_json(p) as post from (select ${columns} from post) as p`);
  await to.query(`insert into post (${columns}) select ${columns} from json_populate_recordset(null::post, $1)`, [
    JSON.stringify(rows.map(({ post }) => post)),
  ]);
}
