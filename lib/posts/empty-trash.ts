import { recordAudit } from "@/lib/audit/record";
import { privateDb, type Tx } from "@/lib/db/private";
import { noteGone } from "@/lib/posts/gone";

/** How long a post lies in the trash before it is gone for good. */
export const TRASH_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Each with its comments and revisions: few enough for one transaction. */
const BATCH = 20;

/**
 * Deletes the posts that have lain in the trash for 30 days, with all that hangs on them, and remembers those that came
 * from another site (lib/wordpress/gone.ts); part of the job `clean.expired`. Takes the time that counts as now. Returns
 * how many. Safe to run twice; who takes a post out of the trash at this moment keeps it. Index: post_trashed.
 */
export async function emptyTrash(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - TRASH_DAYS * DAY_MS);
  let deleted = 0;
  for (;;) {
    const gone = await privateDb.$transaction((tx) => deleteBatch(tx, before));
    deleted += gone;
    if (gone < BATCH) return deleted;
  }
}

/** With the comments that their authors took back, or the newsroom took off or deleted (Regulation (EU) 2016/679, article 17): only the others come again with the post. */
async function rememberGone(tx: Tx, postId: string, sourcePath: string): Promise<void> {
  await tx.$executeRaw`
    insert into gone_post (source_path, comments) select ${sourcePath}, array(
      select wordpress_id from gone_comment where post_id = ${postId}::uuid
      union
      select wordpress_id from comment where post_id = ${postId}::uuid and wordpress_id is not null
        and (withdrawn_at is not null or status not in ('approved', 'pending'))
    ) on conflict do nothing`;
}

async function deleteBatch(tx: Tx, before: Date): Promise<number> {
  const old = await tx.$queryRaw<{ id: string; slug: string; wasPublic: boolean; sourcePath: string | null }[]>`
    select id, slug, published_at is not null as "wasPublic", source_path as "sourcePath" from post where status = 'trash' and trashed_at <= ${before} order by trashed_at limit ${BATCH} for update skip locked`;
  for (const { id, slug, wasPublic, sourcePath } of old) {
    if (wasPublic) await noteGone(tx, { id, slug });
    // A file comes again when somebody names it; a site's export brings all of the site.
    if (sourcePath?.startsWith("https://")) await rememberGone(tx, id, sourcePath);
    await tx.post.delete({ where: { id }, select: { id: true } });
    await recordAudit(tx, {
      actorId: null,
      rule: "clock",
      act: "post.delete",
      subject: { type: "post", id },
      from: { status: "trash", slug },
    });
  }
  return old.length;
}
