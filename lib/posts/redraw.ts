import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { readDocument } from "@/lib/posts/read-document";
import { picturesOf } from "@/lib/posts/pictures";
import { renderDocument } from "@/lib/posts/render";

/** Posts of one transaction, so that none holds its locks for long. */
const BATCH = 50;

/**
 * Makes the pages of every post that shows a picture anew, after the picture was replaced or described otherwise. Takes
 * the picture's id; a job, safe to run twice. Indexes: post_media (media_id), post (lead_media_id).
 */
export async function redrawPicture({ mediaId }: { mediaId: string }): Promise<void> {
  await inBatches(async (after) => {
    const uses = await privateDb.postMedia.findMany({
      where: { mediaId, postId: { gt: after } },
      select: { postId: true },
      orderBy: { postId: "asc" },
      take: BATCH,
    });
    return uses.map(({ postId }) => postId);
  }, redraw);
  await inBatches(async (after) => {
    const led = await privateDb.post.findMany({
      where: { leadMediaId: mediaId, id: { gt: after }, status: "published" },
      select: { id: true },
      orderBy: { id: "asc" },
      take: BATCH,
    });
    return led.map(({ id }) => id);
  }, tell);
}

/** Works on posts until a batch is not full; `read` gives the ids that follow one, in their order. */
async function inBatches(read: (after: string | undefined) => Promise<string[]>, work: (ids: string[]) => Promise<void>): Promise<void> {
  for (let after: string | undefined; ;) {
    const ids = await read(after);
    await work(ids);
    after = ids.at(-1);
    if (ids.length < BATCH) return;
  }
}

async function redraw(ids: string[]): Promise<void> {
  await privateDb.$transaction(async (tx) => {
    for (const id of ids) {
      // Locked: a save of the same post comes before or after, with its own text.
      const [post] = await tx.$queryRaw<
        { body: unknown; schema: number; lang: string }[]
      >`select body, body_schema as schema, lang from post where id = ${id}::uuid for update`;
      const read = post && readDocument(post.body, post.schema);
      if (!read || "problem" in read) continue;
      const { mediaIds } = renderDocument(read.document);
      const { html } = renderDocument(read.document, await picturesOf(tx, mediaIds), post.lang);
      await tx.post.update({ where: { id }, data: { bodyHtml: html }, select: { id: true } });
      await markChanged(tx, tags.post(id));
    }
  });
}

/** A picture over a text is read from its own row; pages and lists only have to hear of it. */
async function tell(ids: string[]): Promise<void> {
  await privateDb.$transaction((tx) => markChanged(tx, ...ids.map((id) => tags.post(id))));
}
