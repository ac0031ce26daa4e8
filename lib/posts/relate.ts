import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { privateDb, type Tx } from "@/lib/db/private";
import { closestPosts, type ClosePost } from "@/lib/posts/related";

/** So many proposals are kept of each post: enough for its page when some of them are chosen, excluded or withdrawn. */
const PROPOSALS = 8;
/** A new or changed post is offered to so many that are close to it. */
const NEIGHBOURS = 24;
/** Of the posts that propose it already, so many newest are looked at again; the others' pages leave it out by themselves. */
const MOST_PROPOSING = 100;
/** Published posts without proposals that one cleaning makes up for. */
const MOST_MISSING = 200;
/** Proposals are made one post at a time (any 32-bit number). */
const RELATE_LOCK = 505_424;

/**
 * Makes the proposals anew that a post has part in, after it was published, changed or withdrawn: its own, those of
 * the posts that are close to it, and those that propose it. Pages whose proposals changed hear of it. Safe to run
 * twice. Takes its id; a post that is gone is no error. Indexes: those of `closestPosts`, related_proposal (related_id).
 */
export async function relatePost({ postId }: { postId: string }): Promise<void> {
  const near = await closestPosts(privateDb, { postId, except: [], count: NEIGHBOURS });
  const proposing = await privateDb.relatedProposal.findMany({
    where: { relatedId: postId },
    select: { postId: true },
    orderBy: { postId: "desc" },
    take: MOST_PROPOSING,
  });
  const touched = new Set([postId, ...near.map(({ id }) => id), ...proposing.map((row) => row.postId)]);
  for (const id of touched) await propose(id);
}

/** Makes proposals for published posts that have none yet, the newest first: those of a site before proposals were kept. Index: post_front. */
export async function relateMissing(): Promise<void> {
  const missing = await privateDb.post.findMany({
    where: { status: "published", kind: "post", proposed: { none: {} } },
    select: { id: true },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: MOST_MISSING,
  });
  for (const { id } of missing) await propose(id);
}

async function propose(postId: string): Promise<void> {
  await privateDb.$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${RELATE_LOCK})`;
    const post = await tx.post.findUnique({ where: { id: postId }, select: { kind: true, status: true } });
    if (!post) return;
    const isShown = post.kind === "post" && post.status === "published";
    const close = isShown ? await closestPosts(tx, { postId, except: await excludedFrom(tx, postId), count: PROPOSALS }) : [];
    if (!(await isNew(tx, postId, close))) return;
    await tx.relatedProposal.deleteMany({ where: { postId } });
    await tx.relatedProposal.createMany({ data: close.map(({ id, reasons }, position) => ({ postId, relatedId: id, position, reasons })) });
    await markChanged(tx, tags.related(postId));
  });
}

/** Index: the primary key. */
async function excludedFrom(tx: Tx, postId: string): Promise<string[]> {
  const rows = await tx.relatedExclusion.findMany({ where: { postId }, select: { relatedId: true }, take: 1000 });
  return rows.map(({ relatedId }) => relatedId);
}

/** Index: related_proposal (post_id, position). */
async function isNew(tx: Tx, postId: string, close: ClosePost[]): Promise<boolean> {
  const stored = await tx.relatedProposal.findMany({
    where: { postId },
    select: { relatedId: true, reasons: true },
    orderBy: { position: "asc" },
    take: PROPOSALS,
  });
  const inWords = (id: string, reasons: string[]) => `${id} ${reasons.join(" ")}`;
  return stored.map((row) => inWords(row.relatedId, row.reasons)).join() !== close.map(({ id, reasons }) => inWords(id, reasons)).join();
}
