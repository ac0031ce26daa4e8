import { mayModerate, mayRuleCategory } from "@/lib/comments/policy";
import { inForce, type Override } from "@/lib/comments/rules/in-force";
import { WHOLE_OVERRIDE } from "@/lib/comments/rules/nearest";
import { privateDb } from "@/lib/db/private";
import { currentSettings } from "@/lib/settings/current";
import type { SiteSettings } from "@/lib/settings/schema";
import type { Actor } from "@/lib/users/policy";

/** How something is discussed: what it says itself, and what holds where it says nothing, each with who said that (null: the site). */
export interface RulesInPlace {
  own: Partial<Override>;
  above: Pick<SiteSettings, "commentsOpen" | "commenters" | "moderation" | "closeAfterDays" | "guidelines">;
  by: Record<keyof Override, string | null>;
}

/** How the posts of a category are discussed; null for whom may not say so, and where there is none. Indexes: the primary keys, discussion_override (category_id). */
export async function rulesOfCategory(actor: Actor, id: string): Promise<RulesInPlace | null> {
  if (!mayRuleCategory(actor)) return null;
  const [own, ...above] = await chainOf(id);
  return own ? inPlace(own.override, above) : null;
}

/** The same of a post. Indexes: also discussion_override (post_id). */
export async function rulesOfPost(actor: Actor, id: string): Promise<RulesInPlace | null> {
  if (!mayModerate(actor)) return null;
  const post = await privateDb.post.findUnique({ where: { id, kind: "post" }, select: { categoryId: true } });
  if (!post) return null;
  const [own] = await privateDb.$queryRaw<Pick<Said, "override">[]>`
    select json_build_object(${WHOLE_OVERRIDE}) as override from discussion_override as said where post_id = ${id}::uuid`;
  return inPlace(own?.override ?? null, post.categoryId ? await chainOf(post.categoryId) : []);
}

/** A category, and what it says. */
interface Said {
  name: string;
  override: Partial<Override> | null;
}

/** A category and those above it, the nearest first. */
async function chainOf(id: string): Promise<Said[]> {
  return privateDb.$queryRaw<Said[]>`
    with recursive path as (
      select id, name, parent_id, 0 as height from category where id = ${id}::uuid
      union all
      select above.id, above.name, above.parent_id, path.height + 1 from path join category as above on above.id = path.parent_id
    )
    select path.name, case when said.id is not null then json_build_object(${WHOLE_OVERRIDE}) end as override
    from path left join discussion_override as said on said.category_id = path.id order by path.height`;
}

async function inPlace(own: Said["override"], above: Said[]): Promise<RulesInPlace> {
  const settings = await currentSettings(privateDb);
  const overrides = above.map(({ override }) => override ?? {});
  const { commentsOpen, isSectionOpen, commenters, moderation, closeAfterDays, guidelines } = inForce(settings, overrides);
  const by = (key: keyof Override) => above[overrides.findIndex((each) => (each[key] ?? null) !== null)]?.name ?? null;
  return {
    own: own ?? {},
    above: { commentsOpen: commentsOpen && isSectionOpen, commenters, moderation, closeAfterDays, guidelines },
    by: {
      commentsOpen: commentsOpen ? by("commentsOpen") : null,
      commenters: by("commenters"),
      moderation: by("moderation"),
      closeAfterDays: by("closeAfterDays"),
      guidelines: by("guidelines"),
    },
  };
}
