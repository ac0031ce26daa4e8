import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { findLinkTargets } from "@/lib/posts/link-targets";
import { makePost, makeUser } from "@/lib/testing/make";

const titles = (found: Awaited<ReturnType<typeof findLinkTargets>>) => (found.ok ? found.targets.map(({ title }) => title) : found.error);

test("a part of the title finds posts and pages to link to, with their address and whether readers see them", async () => {
  const word = randomUUID().slice(0, 8);
  const page = await makePost({ kind: "page", status: "published", title: `Impressum ${word}` });
  const draft = await makePost({ title: `Entwurf ${word.toUpperCase()}` });
  await makePost({ status: "trash", trashedAt: new Date(), trashedFrom: "draft", title: `Müll ${word}` });
  const editor = await makeUser();
  expect(await findLinkTargets(editor, { q: ` ${word} ` })).toEqual({
    ok: true,
    targets: [
      { id: draft.id, title: draft.title, path: `/${draft.slug}`, isPublic: false },
      { id: page.id, title: page.title, path: `/${page.slug}`, isPublic: true },
    ],
  });
});

test("an author is offered what is public and the own drafts; a moderator nothing", async () => {
  const word = randomUUID().slice(0, 8);
  await makePost({ title: `Fremd ${word}` });
  await makePost({ status: "published", title: `Public ${word}` });
  const own = await makePost({ title: `Own ${word}` });
  const author = await makeUser({ role: "author" });
  await privateDb.postAuthor.create({ data: { postId: own.id, userId: author.id, position: 0 } });
  expect(titles(await findLinkTargets(author, { q: word }))).toEqual([`Own ${word}`, `Public ${word}`]);
  expect(titles(await findLinkTargets(await makeUser({ role: "moderator" }), { q: word }))).toBe("forbidden");
});

test.each([{}, { q: " " }, { q: 7 }, null])("%j is no question", async (query) => {
  expect(titles(await findLinkTargets(await makeUser(), query))).toBe("invalid");
});
