import type pg from "pg";
import type { Actor } from "@/lib/users/policy";

/** So many posts are stored. */
export const POSTS = 1_000_000;
/** So many of them, the oldest, are by somebody who left. */
export const OLD_HAND = 15_000;
/** So many lie in one piece of a statement. */
const PIECE = 50_000;
const AUTHORS = 200;
const CATEGORIES = 30;
const TAGS = 2000;

/** Who and what the lists are asked about. */
export interface Filled {
  editor: Actor;
  writer: Actor;
  agency: string;
  oldHand: string;
  category: string;
  tag: string;
  oldTag: string;
}

/**
 * Stores a million posts as they lie there after twelve years: nearly all published, in order of time, some touched
 * again later, in three languages of which one is rare, by-lines and tags by people and themes that come and go. Takes a
 * connection as the owner, who need not have each row checked.
 */
export async function fillPosts(owner: pg.Client): Promise<Filled> {
  await owner.query("set session_replication_role = replica");
  const users = await named(
    owner,
    "insert into newsroom_user (id, email, role, name)",
    AUTHORS,
    "'a' || n || '@example.org', 'author', 'Author ' || n",
  );
  const categories = await named(owner, "insert into category (id, name, slug)", CATEGORIES, "'Category ' || n, 'category-' || n");
  const tags = await named(owner, "insert into tag (id, name, slug)", TAGS, "'Tag ' || n, 'tag-' || n");
  const { rows: indexes } = await owner.query<{ name: string; made: string }>(
    "select indexname as name, indexdef as made from pg_indexes where tablename = 'post' and indexname <> 'post_pkey'",
  );
  for (const { name } of indexes) await owner.query(`drop index ${name}`);
  for (let from = 0; from < POSTS; from += PIECE) {
    const range = [from, Math.min(from + PIECE, POSTS) - 1];
    await owner.query(
      `insert into post (id, kind, status, slug, lang, title, body, body_html, body_text, category_id, created_at, updated_at, published_at,
         scheduled_for, trashed_at, trashed_from)
       select id, (case when n % 10000 = 7 then 'page' else 'post' end)::post_kind, status, 'post-' || n, lang, title, '{}', '', '', category,
         at, at + (case when n % 50 = 0 then random() * interval '2 years' else random() * interval '2 days' end),
         case when status in ('published', 'unpublished', 'archived') then at + interval '1 hour' end,
         case when status = 'scheduled' then now() + interval '1 day' end,
         case when status = 'trash' then now() end, (case when status = 'trash' then 'draft' end)::post_status
       from (select n, ${idOf("n")} as id, ${timeOf("n")} as at,
           (case when n % 100 < 97 then 'published'
             else (array['draft', 'draft', 'in_review', 'scheduled', 'unpublished', 'archived', 'trash'])[1 + (n / 100) % 7] end)::post_status as status,
           case when n % 10000 = 13 and n < 300000 then 'uk' when n % 10 = 3 then 'en' else 'de' end as lang,
           (array['Harbour', 'Market', 'Council', 'Bridge', 'Weather'])[1 + n % 5] || ' and number ' || n || ' of ' || md5(n::text) as title,
           (${listed(categories)})[1 + (n / 7 % ${CATEGORIES})] as category
         from generate_series($1::int, $2::int) as n) as made`,
      range,
    );
    await owner.query(
      `insert into post_author (post_id, user_id, position)
       select ${idOf("n")}, (${listed(users)})[case when n < ${OLD_HAND} then ${AUTHORS} when n % 5 = 0 then 1 else 2 + n % ${AUTHORS - 2} end], 0
       from generate_series($1::int, $2::int) as n`,
      range,
    );
    await owner.query(
      `insert into post_tag (post_id, tag_id, position, published_at)
       select ${idOf("n")}, (${listed(tags)})[case when n < 5000 then ${TAGS} else 1 + n % ${TAGS - 1} end], 0, ${timeOf("n")}
       from generate_series($1::int, $2::int) as n`,
      range,
    );
  }
  for (const { made } of indexes) await owner.query(made);
  await owner.query("set session_replication_role = default");
  await owner.query("vacuum analyze post, post_author, post_tag, newsroom_user, category, tag");
  const [agency = "", writerId = ""] = users;
  return {
    editor: { id: agency, name: "Editor", role: "editor" },
    writer: { id: writerId, name: "Writer", role: "author" },
    agency,
    oldHand: users.at(-1) ?? "",
    category: categories[3] ?? "",
    tag: tags[3] ?? "",
    oldTag: tags.at(-1) ?? "",
  };
}

async function named(owner: pg.Client, insert: string, count: number, values: string): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `${insert} select gen_random_uuid(), ${values} from generate_series(1, ${count}) as n returning id`,
  );
  return rows.map(({ id }) => id);
}

function listed(ids: string[]): string {
  return `array[${ids.map((id) => `'${id}'`).join(",")}]::uuid[]`;
}

/** Twelve years from 2014 on. */
function timeOf(n: string): string {
  return `(timestamptz '2014-01-01' + ${n} * interval '${(12 * 365 * 24 * 60 * 60) / POSTS} seconds')`;
}

/** A UUIDv7 of that time (RFC 9562 §5.7), its other bits from the number. */
function idOf(n: string): string {
  const bits = `md5(${n}::text)`;
  return `(lpad(to_hex((extract(epoch from ${timeOf(n)}) * 1000)::bigint), 12, '0') || '7' || left(${bits}, 3) || '8' || substr(${bits}, 4, 15))::uuid`;
}
