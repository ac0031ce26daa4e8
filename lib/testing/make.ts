import { randomUUID } from "node:crypto";
import type { Prisma, Role } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import type { Actor } from "@/lib/users/policy";

/** A user of the newsroom, active, as the actor of acts. Takes what matters to the test. */
export async function makeUser(given: { role?: Role; name?: string; email?: string } = {}): Promise<Actor> {
  const { role = "editor", name = "Ada Lovelace", email = `${randomUUID()}@example.org` } = given;
  return privateDb.user.create({ data: { role, name, email }, select: { id: true, name: true, role: true } });
}

/** A post with one paragraph, a draft unless the test says otherwise. Takes what matters to the test. */
export async function makePost(given: Partial<Prisma.PostUncheckedCreateInput> = {}) {
  const published = given.status !== undefined && given.status !== "draft";
  return privateDb.post.create({
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
}

/** A comment under a post, pending unless the test says otherwise, without a contact. */
export async function makeComment(given: Partial<Prisma.CommentUncheckedCreateInput> & { postId: string }) {
  const { status = "pending" } = given;
  return privateDb.comment.create({
    data: { name: "Grace", body: "Thank you.", decidedAt: status === "pending" ? null : new Date(), ...given },
  });
}
