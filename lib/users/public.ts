import { tags } from "@/lib/cache/tags";
import { publicDb } from "@/lib/db/public";
import { pictureColumns } from "@/lib/media/shown";
import { dependsOn } from "@/lib/server/bridge";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Who stands at an author page's address, for that page: name, own words and picture; or null. PostgreSQL shows only
 * those who carry the by-line of a published post. Index: newsroom_user_slug_key. Shows: the user; or that nobody stands
 * there, which also changes when a first post of theirs is published.
 */
export async function publicAuthor(slug: string) {
  const author = SLUG.test(slug)
    ? await publicDb.user.findFirst({
        where: { slug },
        select: {
          id: true,
          name: true,
          slug: true,
          bio: true,
          picture: { select: pictureColumns },
        },
      })
    : null;
  if (author) dependsOn(tags.user(author.id), tags.posts());
  else dependsOn(tags.noAuthor(slug), tags.posts());
  return author?.slug ? { ...author, slug: author.slug } : null;
}

/**
 * The address that an author page has now which once stood at this slug, or null: also where there is no page any more.
 * Index: the primary key. Shows: the user; or that nobody stands there, as `publicAuthor` notes.
 */
export async function movedAuthor(slug: string): Promise<string | null> {
  if (!SLUG.test(slug)) return null;
  const author = await publicDb.user.findFirst({ where: { redirects: { some: { slug } } }, select: { id: true, slug: true } });
  if (author) dependsOn(tags.user(author.id));
  return author?.slug ?? null;
}

/** Somebody of the newsroom, as readers see them. */
export type PublicAuthor = NonNullable<Awaited<ReturnType<typeof publicAuthor>>>;
