import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { Prisma } from "@/lib/db/generated/client";
import { literally } from "@/lib/db/like";
import { privateDb, type Tx } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import { lockTags } from "@/lib/taxonomy/address";
import { mayOrder } from "@/lib/taxonomy/policy";
import { mergeInput } from "@/lib/taxonomy/schema";
import type { Actor } from "@/lib/users/policy";

/**
 * Makes a tag part of another one: every post that has it has the other one from then on, and its addresses lead there.
 * Takes `{ id, into }`, untrusted; `into` is the other's name in any spelling of case. Returns the other's id, or
 * `forbidden`, `notFound`, or `invalid` with fields: `invalidChoice` when `into` names no other tag.
 */
export async function mergeTags(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  if (!mayOrder(actor)) return { ok: false, error: "forbidden" };
  const parsed = mergeInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id: from, into: name } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    await lockTags(tx);
    await lockPosts(tx, from);
    // Locked against a post that is given this tag just now: its foreign key takes the row FOR KEY SHARE.
    const [tag] = await tx.$queryRaw<{ name: string; slug: string }[]>`select name, slug from tag where id = ${from}::uuid for update`;
    if (!tag) return { ok: false, error: "notFound" };
    const other = { name: { equals: literally(name), mode: "insensitive" as const }, id: { not: from } };
    const into = await tx.tag.findFirst({ where: other, select: { id: true } });
    if (!into) return { ok: false, error: "invalid", fields: { into: ["invalidChoice"] } };
    await moveRevisions(tx, from, into.id);
    await movePosts(tx, from, into.id);
    await tx.tagRedirect.updateMany({ where: { tagId: from }, data: { tagId: into.id } });
    await tx.tag.delete({ where: { id: from }, select: { id: true } });
    await tx.tagRedirect.create({ data: { slug: tag.slug, tagId: into.id } });
    await recordAudit(tx, { actorId: actor.id, act: "tag.merge", subject: { type: "tag", id: from }, from: tag, to: { into: into.id } });
    await markChanged(tx, tags.tag(from), tags.tagPosts(into.id), tags.missing(`tag/${tag.slug}`));
    return { ok: true, id: into.id };
  });
}

/** The posts that have the tag, or will when what was typed into them is shown. */
const postsWith = (tagId: string) => Prisma.sql`
  select post_id from post_tag where tag_id = ${tagId}::uuid
  union
  select post.id from post join post_revision revision on revision.post_id = post.id and revision.version = post.version
  where post.version > post.applied_version and revision.fields -> 'tagIds' ? ${tagId}`;

/** Locks them before the tag, as a save does: neither waits for the other. Indexes: post_tag_list, post_waiting, the primary key. */
async function lockPosts(tx: Tx, tagId: string): Promise<void> {
  await tx.$queryRaw`select id from post where id in (${postsWith(tagId)}) order by id for update`;
}

/** What was typed into them names the other one, too. Index: post_revision (post_id, version). */
async function moveRevisions(tx: Tx, from: string, into: string): Promise<void> {
  await tx.$executeRaw`
    update post_revision set fields = jsonb_set(fields, '{tagIds}', (
      select coalesce(jsonb_agg(tag_id order by place), '[]') from (
        select tag_id, min(place) as place
        from jsonb_array_elements_text(fields -> 'tagIds') with ordinality as typed(typed_id, place),
          lateral (select case when typed_id = ${from} then ${into} else typed_id end as tag_id) as merged
        group by tag_id
      ) as distinct_tags
    ))
    where post_id in (${postsWith(from)}) and fields -> 'tagIds' ? ${from}`;
}

/** Indexes: post_tag_list, post_tag's primary key. */
async function movePosts(tx: Tx, from: string, into: string): Promise<void> {
  await tx.$executeRaw`
    delete from post_tag where tag_id = ${from}::uuid
      and (select true from post_tag as other where other.post_id = post_tag.post_id and other.tag_id = ${into}::uuid)`;
  await tx.postTag.updateMany({ where: { tagId: from }, data: { tagId: into } });
}
