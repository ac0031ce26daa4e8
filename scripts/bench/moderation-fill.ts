import { createHash } from "node:crypto";
import type pg from "pg";
import type { Actor } from "@/lib/users/policy";

/** So many lie in one piece of a statement. */
const PIECE = 50_000;
const POSTS = 20_000;
const CATEGORIES = 30;
/** Of so many commenters each wrote as much as the others. */
const COMMENTERS = 50_000;

/** Who and what the lists are asked about. */
export interface Moderated {
  moderator: Actor;
  category: string;
  /** Somebody who wrote as much as others, and one who wrote every tenth comment. */
  somebody: string;
  frequent: string;
  post: string;
}

/**
 * Stores comments as they lie there after some years: most approved, some spam, rejected or in the trash, up to 10,000
 * waiting, under 20,000 articles, by 50,000 people and one who wrote every tenth. Takes a connection as the owner, who
 * need not have each row checked, how many, and any sealed address. The search's rows are made as the trigger makes them.
 */
export async function fillComments(owner: pg.Client, count: number, sealed: Buffer): Promise<Moderated> {
  await owner.query("set session_replication_role = replica");
  const { rows: categories } = await owner.query<{ id: string }>(
    `insert into category (id, name, slug) select gen_random_uuid(), 'Category ' || n, 'category-' || n from generate_series(1, ${CATEGORIES}) as n returning id`,
  );
  const { rows: people } = await owner.query<{ id: string }>(
    "insert into newsroom_user (id, email, role, name) values (gen_random_uuid(), 'moderator@example.org', 'moderator', 'Moderator') returning id",
  );
  await owner.query(
    `insert into post (id, status, slug, lang, title, body, category_id, created_at, updated_at, published_at)
     select ${idOf("n", POSTS)}, 'published', 'post-' || n, case when n % 1000 = 13 then 'uk' when n % 10 = 3 then 'en' else 'de' end,
       (array['Harbour', 'Market', 'Council', 'Bridge', 'Weather'])[1 + n % 5] || ' and number ' || n, '{}',
       (array[${categories.map(({ id }) => `'${id}'`).join(",")}]::uuid[])[1 + n % ${CATEGORIES}], ${timeOf("n", POSTS)}, ${timeOf("n", POSTS)}, ${timeOf("n", POSTS)}
     from generate_series(0, ${POSTS - 1}) as n`,
  );
  const { rows: indexes } = await owner.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes
     where tablename in ('comment', 'comment_contact', 'comment_check', 'comment_search') and indexdef not like 'CREATE UNIQUE %'`,
  );
  for (const { name } of indexes) await owner.query(`drop index ${name}`);
  for (let from = 0; from < count; from += PIECE) await fillPiece(owner, from, Math.min(from + PIECE, count) - 1, count, sealed);
  for (const { made } of indexes) await owner.query(made);
  await owner.query("set session_replication_role = default");
  await owner.query("vacuum analyze");
  return {
    moderator: { id: people[0]?.id ?? "", name: "Moderator", role: "moderator" },
    category: categories[3]?.id ?? "",
    somebody: byOf("1234"),
    frequent: byOf("frequent"),
    post: "post-777",
  };
}

/** Stands for the keyed digest of somebody's address, as a filter of the desk names it. */
function byOf(commenter: string): string {
  return createHash("sha256").update(`commenter ${commenter}`).digest("base64url");
}

async function fillPiece(owner: pg.Client, first: number, last: number, count: number, sealed: Buffer): Promise<void> {
  const range = [first, last];
  await owner.query(
    `insert into comment (id, post_id, status, name, body, created_at, decided_at, score, urgency)
     select ${idOf("n", count)}, ${idOf(`(n / 7 % ${POSTS})`, POSTS)}, status::comment_status, 'Reader ' || n % ${COMMENTERS}, text, at, case when status <> 'pending' then at end, score, case when status = 'pending' then -score else 0 end
     from (select n, ${timeOf("n", count)} as at,
         case when n >= ${count} - least(10000, ${count} / 10) then 'pending'
           else (array['approved', 'approved', 'approved', 'approved', 'approved', 'approved', 'spam', 'spam', 'rejected', 'trash'])[1 + n % 10] end as status,
         case when n % 10 = 7 then 1 + n / 10 % 9 else 0 end as score,
         (select string_agg((array['harbour', 'market', 'council', 'bridge', 'weather', 'people', 'money', 'street', 'morning', 'question',
             'opinion', 'government', 'neighbour', 'because', 'without', 'thank', 'article', 'nobody', 'really', 'believe'])[1 + (('x' || substr(md5(n || '-' || w), 1, 6))::bit(24)::int % 20)], ' ')
           from generate_series(1, 10 + n % 50) as w) || ' number ' || n as text
       from generate_series($1::int, $2::int) as n) as made`,
    range,
  );
  await owner.query(
    `insert into comment_search (comment_id, words) select id, concat_ws(E'\\n', name, website, body) from comment
     where id in (select ${idOf("n", count)} from generate_series($1::int, $2::int) as n)`,
    range,
  );
  await owner.query(
    `insert into comment_contact (comment_id, status, email_sealed, email_hash, ip_prefix, user_agent, created_at)
     select ${idOf("n", count)}, (select status from comment where id = ${idOf("n", count)}), $3, sha256(convert_to('commenter ' || case when n % 10 = 0 then 'frequent' else (n % ${COMMENTERS})::text end, 'UTF8')),
       case when n > ${count} * 0.99 then '192.0.' || n % 256 || '.0/24' end, '', ${timeOf("n", count)}
     from generate_series($1::int, $2::int) as n`,
    [...range, sealed],
  );
  await owner.query(
    `insert into comment_check (comment_id, position, rule, score)
     select ${idOf("n", count)}, 0, case when n % 1000 = 17 then 'honeypot' else 'learned' end, 1 + n / 10 % 9
     from generate_series($1::int, $2::int) as n where n % 10 = 7`,
    range,
  );
}

/** Eight years from 2018 on. */
function timeOf(n: string, count: number): string {
  return `(timestamptz '2018-01-01' + ${n} * interval '${(8 * 365 * 24 * 60 * 60) / count} seconds')`;
}

/** A UUIDv7 of that time (RFC 9562 §5.7), its other bits from the number. */
function idOf(n: string, count: number): string {
  const bits = `md5(${n}::text)`;
  return `(lpad(to_hex((extract(epoch from ${timeOf(n, count)}) * 1000)::bigint), 12, '0') || '7' || left(${bits}, 3) || '8' || substr(${bits}, 4, 15))::uuid`;
}
