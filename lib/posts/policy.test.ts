import { describe, expect, test } from "vitest";
import type { Role } from "@/lib/db/generated/enums";
import { publishPost } from "@/lib/posts/publish";
import { savePost } from "@/lib/posts/save";
import { withdrawPost } from "@/lib/posts/withdraw";
import { privateDb } from "@/lib/db/private";
import { createCategory } from "@/lib/taxonomy/create-category";
import { makePost, makeUser } from "@/lib/testing/make";

const body = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Changed." }] }] };
const fields = { title: "A title", body, lang: "en" };

type Whose = "own" | "another's" | "page";
type May = "publish" | "save" | "nothing";
const MAY: Record<Role, Record<Whose, May>> = {
  administrator: { own: "publish", "another's": "publish", page: "publish" },
  editor: { own: "publish", "another's": "publish", page: "publish" },
  author: { own: "publish", "another's": "nothing", page: "nothing" },
  contributor: { own: "save", "another's": "nothing", page: "nothing" },
  moderator: { own: "nothing", "another's": "nothing", page: "nothing" },
};
const table = Object.entries(MAY).flatMap(([role, posts]) =>
  Object.entries(posts).map(([whose, may]) => ({ role: role as Role, whose: whose as Whose, may })),
);

describe.each(table)("a $role with $whose: $may", ({ role, whose, may }) => {
  test("save, publish, withdraw are taken or refused, each with what it changes", async () => {
    const actor = await makeUser({ role });
    const post = await makePost({
      kind: whose === "page" ? "page" : "post",
      ...(whose === "own" && { authors: { create: { userId: actor.id, position: 0 } } }),
    });
    const state = async () => await privateDb.post.findUniqueOrThrow({ where: { id: post.id }, select: { version: true, status: true } });
    const { id } = post;
    const answer = (isTaken: boolean) => (isTaken ? { ok: true } : { ok: false, error: "forbidden" });
    const [maySave, mayPublish] = [may !== "nothing", may === "publish"];
    expect(await savePost(actor, { ...fields, id, version: 1 })).toMatchObject(answer(maySave));
    expect(await publishPost(actor, { id })).toMatchObject(answer(mayPublish));
    expect(await state()).toEqual({ version: maySave ? 2 : 1, status: mayPublish ? "published" : "draft" });
    if (!mayPublish) await publishPost(await makeUser({ role: "editor" }), { id });
    expect(await withdrawPost(actor, { id })).toMatchObject(answer(mayPublish));
    expect((await state()).status).toBe(mayPublish ? "unpublished" : "published");
    expect(await privateDb.auditEvent.count({ where: { actorId: actor.id, subjectId: id } })).toBe(
      { publish: 3, save: 1, nothing: 0 }[may],
    );
  });
});

test.each([
  ["administrator", "post", true],
  ["administrator", "page", true],
  ["editor", "post", true],
  ["editor", "page", true],
  ["author", "post", true],
  ["author", "page", false],
  ["contributor", "post", true],
  ["contributor", "page", false],
  ["moderator", "post", false],
  ["moderator", "page", false],
] as const)("a new one by %s, a %s: %s", async (role, kind, may) => {
  const actor = await makeUser({ role });
  expect(await savePost(actor, { ...fields, kind })).toMatchObject(may ? { ok: true } : { error: "forbidden" });
});

test("an author's by-lines are the desk's to choose: another's name is not taken, the own stays", async () => {
  const [author, other] = [await makeUser({ role: "author" }), await makeUser({ role: "author" })];
  const made = await savePost(author, { ...fields, authorIds: [other.id] });
  if (!made.ok) throw new Error(made.error);
  const authors = await privateDb.postAuthor.findMany({ where: { postId: made.id }, select: { userId: true } });
  expect(authors).toEqual([{ userId: author.id }]);
});

test.each([
  ["administrator", true],
  ["editor", true],
  ["author", true],
  ["moderator", false],
] as const)("a category by %s: %s; its name in other letters is the same one", async (role, may) => {
  const actor = await makeUser({ role });
  const made = await createCategory(actor, { name: `Politik ${role}` });
  expect(made).toMatchObject(may ? { ok: true, name: `Politik ${role}` } : { error: "forbidden" });
  if (made.ok) expect(await createCategory(actor, { name: `  POLITIK ${role} ` })).toEqual(made);
});
