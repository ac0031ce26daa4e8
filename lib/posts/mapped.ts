import { tags } from "@/lib/cache/tags";
import { publicDb } from "@/lib/db/public";
import type { PictureFiles } from "@/lib/media/shown";
import { published } from "@/lib/posts/cards";
import type { Translation } from "@/lib/posts/translations";
import { dependsOn, validUntil } from "@/lib/server/bridge";

/** Posts in one part of a month: with 20 pictures each it stays below the 50 MB that a site map may have. */
const POSTS_OF_PART = 10_000;
const MOST_PICTURES = 20;
/** Google News wants the posts of the last two days, and 1,000 at most. */
const NEWS_HOURS = 48;
const MOST_NEWS = 1000;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** A post as site maps tell it: its pictures, the lead picture among them. */
export interface MappedPost {
  slug: string;
  changedAt: Date;
  pictures: Omit<PictureFiles, "hasAvif">[];
  /** It and its translations; none where it has none. */
  versions: Pick<Translation, "slug" | "lang" | "canonicalUrl">[];
}

/** The months in which posts were published. */
export interface MappedMonths {
  /** Each with the number of its parts, the newest first. */
  months: { month: string; parts: number }[];
  /** Whether one was published within the last 48 hours. */
  hasNews: boolean;
}

/**
 * The months in which posts were published (UTC), in one look along an index for each month. Takes the present instant.
 * Index: post_front. Shows: the list of posts; true until the newest is no news any more.
 */
export async function sitemapMonths(now = new Date()): Promise<MappedMonths> {
  dependsOn(tags.posts());
  const found = await publicDb.$queryRaw<
    { month: string; newest: Date }[]
  >`select month, newest from published_months() order by month desc`;
  const parts = await partsByMonth();
  const [first] = found;
  const newsUntil = first && newsEnd(first.newest);
  if (newsUntil) validUntil(newsUntil);
  return {
    months: found.map(({ month }) => ({ month, parts: parts.get(month) ?? 1 })),
    hasNews: newsUntil !== undefined && newsUntil > now,
  };
}

/** The months with more posts than a part holds. Reads a row for each day on which posts were published. */
async function partsByMonth(): Promise<Map<string, number>> {
  const rows = await publicDb.$queryRaw<{ month: string; posts: number }[]>`select month, posts from large_months(${POSTS_OF_PART}::int)`;
  return new Map(rows.map(({ month, posts }) => [month, Math.ceil(posts / POSTS_OF_PART)]));
}

function newsEnd(publishedAt: Date): Date {
  return new Date(publishedAt.getTime() + NEWS_HOURS * 3_600_000);
}

/**
 * One part of a month's posts, in the order of their publication; null when there is none. Takes the month (`2026-11`),
 * the part's number, from 1, and how many posts a part holds. Indexes: post_front, post_translations, post_media's and media's primary keys. Shows: the month's list.
 */
export async function sitemapPosts(month: string, part: number, size = POSTS_OF_PART): Promise<MappedPost[] | null> {
  const [, year, number] = MONTH.exec(month) ?? [];
  if (!year || part < 1) return null;
  const [from, until] = [new Date(Date.UTC(Number(year), Number(number) - 1)), new Date(Date.UTC(Number(year), Number(number)))];
  dependsOn(tags.month(from));
  const start = await startOf(part, size, from, until);
  if (!start) return null;
  const posts = await publicDb.$queryRaw<MappedPost[]>`
    select slug, coalesce(revised_at, published_at) as "changedAt", coalesce((
        select json_agg(json_build_object('id', media.id, 'edition', media.edition, 'widths', media.widths)) from media where media.id = any(
          array_prepend(post.lead_media_id, array(select media_id from post_media where post_media.post_id = post.id limit ${MOST_PICTURES - 1})))
      ), '[]') as pictures, coalesce((
        select json_agg(json_build_object('slug', version.slug, 'lang', version.lang, 'canonicalUrl', version.canonical_url))
        from post version where version.translation_group_id = post.translation_group_id and version.status = 'published'
      ), '[]') as versions
    from post
    where status = 'published' and kind <> 'page' and published_at < ${until} and (published_at, id) >= (${start.publishedAt}, ${start.id}::uuid)
    order by published_at, id limit ${size}`;
  return posts.length > 0 ? posts : null;
}

const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** Where a part begins. Those before it are skipped part by part, each within one look along the index: a month has one but at the largest agencies. */
async function startOf(part: number, size: number, from: Date, until: Date): Promise<{ publishedAt: Date; id: string } | null> {
  let start: { publishedAt: Date; id: string } | undefined = { publishedAt: from, id: FIRST_ID };
  for (let skipped = 1; skipped < part && start; skipped++) {
    const { publishedAt, id }: { publishedAt: Date; id: string } = start;
    [start] = await publicDb.$queryRaw<{ publishedAt: Date; id: string }[]>`
      select published_at as "publishedAt", id from post
      where status = 'published' and kind <> 'page' and published_at < ${until} and (published_at, id) >= (${publishedAt}, ${id}::uuid)
      order by published_at, id offset ${size} limit 1`;
  }
  return start ?? null;
}

/**
 * The posts of the last 48 hours, the newest first, at most 1,000. Takes the present instant. Index: post_front. Shows:
 * the list of posts, each post; true until the oldest is too old.
 */
export async function newsPosts(now = new Date()) {
  const posts = await publicDb.post.findMany({
    where: { ...published, publishedAt: { gt: new Date(now.getTime() - NEWS_HOURS * 3_600_000) } },
    select: { id: true, slug: true, lang: true, title: true, publishedAt: true },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: MOST_NEWS,
  });
  dependsOn(tags.posts(), ...posts.map(({ id }) => tags.post(id)));
  const oldest = posts.at(-1)?.publishedAt;
  if (oldest) validUntil(newsEnd(oldest));
  return posts.flatMap(({ publishedAt, ...post }) => (publishedAt ? { ...post, publishedAt } : []));
}
