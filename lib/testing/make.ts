import { randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import type { Prisma, Role } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import type { Actor } from "@/lib/users/policy";

/** The password of every user made here who has one. */
export const TEST_PASSWORD = "correct horse battery staple";

/** A user of the newsroom, active, as the actor of acts. `signsIn` gives them TEST_PASSWORD. */
export async function makeUser(given: { role?: Role; name?: string; email?: string; signsIn?: boolean } = {}): Promise<Actor> {
  const { role = "editor", name = "Ada Lovelace", email = `${randomUUID()}@example.org`, signsIn = false } = given;
  const passwordHash = signsIn ? await hash(TEST_PASSWORD) : null;
  return privateDb.user.create({ data: { role, name, email, passwordHash }, select: { id: true, name: true, role: true } });
}

/** A post with one paragraph, a draft unless the test says otherwise. Takes what matters to the test; running sites hear of it. */
export async function makePost(given: Partial<Prisma.PostUncheckedCreateInput> = {}) {
  const published = given.status !== undefined && given.status !== "draft";
  return privateDb.$transaction(async (tx) => {
    const post = await tx.post.create({
      data: {
        slug: `post-${randomUUID()}`,
        lang: "en",
        title: "A title",
        standfirst: "A standfirst.",
        body: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "A paragraph." }] }] },
        bodyHtml: "<p>A paragraph.</p>",
        bodyText: "A paragraph.",
        publishedAt: published ? new Date(Date.now() - 60_000) : null,
        ...given,
      },
    });
    await markChanged(tx, tags.posts(), tags.post(post.id), tags.missing(post.slug));
    return post;
  });
}

/** A comment under a post, pending unless the test says otherwise, without a contact. An approved one is counted and told of. */
export async function makeComment(given: Partial<Prisma.CommentUncheckedCreateInput> & { postId: string }) {
  const { status = "pending", postId } = given;
  return privateDb.$transaction(async (tx) => {
    const comment = await tx.comment.create({
      data: { name: "Grace", body: "Thank you.", decidedAt: status === "pending" ? null : new Date(), ...given },
    });
    if (status === "approved") {
      await tx.post.update({ where: { id: postId }, data: { approvedComments: { increment: 1 } } });
      await markChanged(tx, tags.thread(postId), tags.replies(), tags.shown(postId, comment.id));
    }
    return comment;
  });
}
