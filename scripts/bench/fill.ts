import pg from "pg";

/** So many replies lie in one piece of a statement. */
const PIECE = 50_000;

/** Makes a published post like the one at `slug`, under `slug-NAME`. Returns its id. */
export async function copyPost(owner: pg.Client, slug: string, name: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into post (id, status, published_at, slug, lang, title, standfirst, body, body_html, body_text, headings)
     select gen_random_uuid(), 'published', now() - interval '1 day', slug || '-' || $2, lang, title, standfirst, body, body_html, body_text, headings
     from post where slug = $1 returning id`,
    [slug, name],
  );
  const [post] = rows;
  if (!post) throw new Error(`There is no post at ${slug}.`);
  return post.id;
}

/**
 * Stores public replies under a post as they lie there after years: in threads, in the order of time, each with its
 * sealed contact and its submission. Takes a connection as the owner (who needs not have the parents looked up), the
 * post's id, how many, and how many of them answer each first comment.
 */
export async function fillReplies(owner: pg.Client, postId: string, { count, answers }: { count: number; answers: number }): Promise<void> {
  const thread = answers + 1;
  const root = `case when n % ${thread} > 0 then ${idOf(`n - n % ${thread}`)} end`;
  await owner.query("set session_replication_role = replica");
  for (let from = 0; from < count; from += PIECE) {
    const range = [postId, from, Math.min(from + PIECE, count) - 1];
    await owner.query(
      `insert into comment (id, post_id, parent_id, root_id, depth, status, name, body, avatar, created_at, decided_at)
       select ${idOf("n")}, $1::uuid, ${root}, ${root}, least(n % ${thread}, 1), 'approved', 'Reader ' || n,
         'What I think of it: ' || repeat(md5(n::text) || ' ', 5), decode(left(md5(n::text), 16), 'hex'), ${timeOf("n")}, ${timeOf("n")}
       from generate_series($2::int, $3::int) as n`,
      range,
    );
    await owner.query(
      `insert into comment_contact (comment_id, status, email_sealed, email_hash, created_at)
       select ${idOf("n")}, 'approved', decode(repeat(md5(n::text), 2), 'hex'), sha256((n % 100000)::text::bytea), ${timeOf("n")}
       from generate_series($2::int, $3::int) as n where $1::uuid is not null`,
      range,
    );
    await owner.query(
      `insert into submission (fingerprint, key, comment_id, text_hash, created_at)
       select sha256(($1::text || n)::bytea), '', ${idOf("n")}, sha256(n::text::bytea), now() - interval '1 hour'
       from generate_series($2::int, $3::int) as n`,
      range,
    );
  }
  await owner.query("set session_replication_role = default");
  await owner.query("update post set approved_comments = $2 where id = $1", [postId, count]);
}

/** Leaves the tables as they are after a quiet night. */
export async function settle(owner: pg.Client): Promise<void> {
  await owner.query("vacuum analyze comment, comment_contact, submission, post");
}

function timeOf(n: string): string {
  return `(timestamptz '2020-01-01' + ${n} * interval '1 minute')`;
}

/** A UUIDv7 of that time (RFC 9562 §5.7), its random bits from the post's id and the number. */
function idOf(n: string): string {
  const bits = `md5($1::text || (${n})::text)`;
  return `(lpad(to_hex((extract(epoch from ${timeOf(`(${n})`)}) * 1000)::bigint), 12, '0') || '7' || left(${bits}, 3) || '8' || substr(${bits}, 4, 15))::uuid`;
}
