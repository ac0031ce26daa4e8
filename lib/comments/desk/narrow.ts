import { COMMENT_WORDS } from "@/lib/comments/desk/index-words";
import type { DeskList, DeskPlace, DeskQuery } from "@/lib/comments/desk/query";
import { APPROVED_BEFORE } from "@/lib/comments/trust";
import { Prisma } from "@/lib/db/generated/client";
import { literally } from "@/lib/db/like";
import { privateDb } from "@/lib/db/private";
import { currentSettings } from "@/lib/settings/current";

/** A filter: whether the comment at hand is one, and, where few can be looked up, a query for the ids of all that are. */
export interface Filter {
  has: Prisma.Sql;
  ids?: Prisma.Sql;
}

/** What narrows a list: where it begins and ends in its order, and the filters besides, the cheapest to ask first. */
export interface Narrowing {
  along: Prisma.Sql[];
  filters: Filter[];
}

/** What narrows a list. Takes what was asked. */
export async function narrowing(asked: DeskQuery): Promise<Narrowing> {
  const { status, after, score, rule, email, by = email, ip, lang, category, article, standing, q } = asked;
  const filters = [
    ...(score ? [ofComment(Prisma.sql`score > 0 and score >= ${score}`)] : []),
    ...(article ? [await ofArticles(article)] : []),
    ...(category ? [ofPost(Prisma.sql`category_id = ${category}::uuid`)] : []),
    ...(lang ? [ofPost(Prisma.sql`lang = ${lang}`)] : []),
    ...(rule ? [beside(Prisma.sql`comment_check`, Prisma.sql`rule = ${rule}`)] : []),
    ...(by ? [beside(Prisma.sql`comment_contact`, Prisma.sql`email_hash = ${Buffer.from(by, "base64url")}`)] : []),
    ...(ip ? [beside(Prisma.sql`comment_contact`, Prisma.sql`ip_prefix is not null and ip_prefix = ${ip}`)] : []),
    ...(q ? [withWords(q)] : []),
    ...(standing ? [{ has: STANDING[standing] }] : []),
  ];
  return { along: [listed(status), ...(await ofDays(asked)), ...(after ? [behind(status, after)] : [])], filters };
}

/** The condition of each list's index, written out: PostgreSQL does not prove a partial index from a parameter. */
function listed(status: DeskList): Prisma.Sql {
  const state = status === "all" ? Prisma.sql`status <> 'trash'` : Prisma.sql`status = ${Prisma.raw(`'${status}'`)}`;
  return Prisma.sql`${state} and withdrawn_at is null`;
}

/** From the first of some days of the site's calendar to the end of the last. */
async function ofDays({ since, until }: DeskQuery): Promise<Prisma.Sql[]> {
  if (!since && !until) return [];
  const { timeZone } = await currentSettings(privateDb);
  const midnight = (date: string, days: number) => Prisma.sql`((${date}::date + ${days}::int)::timestamp at time zone ${timeZone})`;
  return [
    ...(since ? [Prisma.sql`created_at >= ${midnight(since, 0)}`] : []),
    ...(until ? [Prisma.sql`created_at < ${midnight(until, 1)}`] : []),
  ];
}

/** Waiting ones are listed the most urgent first and then the oldest, all others newest first. */
function behind(status: DeskList, { urgency, key, id }: DeskPlace): Prisma.Sql {
  const at = new Date(key);
  if (status === "pending") return Prisma.sql`(urgency, created_at, id) > (${urgency}::int, ${at}, ${id}::uuid)`;
  return Prisma.sql`(created_at, id) < (${at}, ${id}::uuid)`;
}

/** Articles of which a part of the title is sought are no more than one can mean. */
const MOST_ARTICLES = 200;

/** The comments of the articles at an address or with these words in their titles, the newest of them. Indexes: post_slug_key, post_title_search. */
async function ofArticles(article: string): Promise<Filter> {
  const slug = /^(?:https?:\/\/[^/]+)?\/([^/?#]+)/.exec(article)?.[1];
  const rows = await privateDb.post.findMany({
    where: slug ? { slug } : { title: { contains: literally(article), mode: "insensitive" } },
    select: { id: true },
    orderBy: { id: "desc" },
    take: MOST_ARTICLES,
  });
  return ofComment(Prisma.sql`post_id = any (${rows.map(({ id }) => id)}::uuid[])`);
}

function ofComment(condition: Prisma.Sql): Filter {
  return { has: condition, ids: Prisma.sql`select id from comment where ${condition}` };
}

/** As scalar subqueries: PostgreSQL would otherwise hash all that the other table has. */
function ofPost(condition: Prisma.Sql): Filter {
  return {
    has: Prisma.sql`(select ${condition} from post where post.id = comment.post_id)`,
    ids: Prisma.sql`select listed.id from post cross join lateral (select id from comment where post_id = post.id) as listed where ${condition}`,
  };
}

function beside(table: Prisma.Sql, condition: Prisma.Sql): Required<Filter> {
  return {
    has: Prisma.sql`(select true from ${table} where comment_id = comment.id and ${condition} limit 1)`,
    ids: Prisma.sql`select comment_id from ${table} where ${condition}`,
  };
}

/** The index knows texts by three letters or digits in a row (pg_trgm): of others it would be read as a whole. */
const INDEXED = /[\p{L}\p{N}]{3}/u;

/** The texts of comments that no job has taken in yet (lib/comments/desk/index-words.ts): those of a minute. */
const WAITING = Prisma.sql`
  (select comment_id, ${COMMENT_WORDS} as words from comment_unsearched join comment on comment.id = comment_id) as waiting`;

function withWords(q: string): Filter {
  const said = Prisma.sql`words ilike ${`%${literally(q)}%`}`;
  const [indexed, waiting] = [beside(Prisma.sql`comment_search`, said), beside(WAITING, said)];
  const has = Prisma.sql`(${indexed.has} or ${waiting.has})`;
  return INDEXED.test(q) ? { has, ids: Prisma.sql`${indexed.ids} union ${waiting.ids}` } : { has };
}

const STANDING = {
  trusted: Prisma.sql`(select ${APPROVED_BEFORE} from comment_contact as contact join proven_address using (email_hash)
    where contact.comment_id = comment.id)`,
  unproven: Prisma.sql`awaits_proof`,
  new: Prisma.sql`(select not ${APPROVED_BEFORE} from comment_contact as contact where contact.comment_id = comment.id)`,
};
