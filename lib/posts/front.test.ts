import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import type { PostCard } from "@/lib/posts/cards";
import { arrangeFront } from "@/lib/posts/front";
import { frontPosts, publishedPosts } from "@/lib/posts/public";
import { publishPost } from "@/lib/posts/publish";
import { withdrawPost } from "@/lib/posts/withdraw";
import { heardDuring } from "@/lib/testing/heard";
import { makePost, makeUser } from "@/lib/testing/make";

beforeEach(async () => {
  await privateDb.post.deleteMany();
});

const published = (title: string, day: number) => makePost({ title, status: "published", publishedAt: new Date(Date.UTC(2026, 0, day)) });

async function frontPage(leadId = "", secondIds: string[] = []) {
  const { top, others, isArranged } = await frontPosts((await publishedPosts())?.posts ?? [], { leadId, secondIds });
  return { top: top.map(({ title }) => title), others: others.map(({ title }) => title), isArranged };
}

test("without a choice the newest opens the page and the next two stand under it; fewer posts are no error", async () => {
  expect(await frontPage()).toEqual({ top: [], others: [], isArranged: false });
  for (const day of [1, 2, 3, 4]) await published(`Day ${day}`, day);
  expect(await frontPage()).toEqual({ top: ["Day 4", "Day 3", "Day 2"], others: ["Day 1"], isArranged: false });
});

test("chosen posts stand first in their order, however old, and once; one that goes leaves its place at once, and has it again", async () => {
  const [oldest, old] = [await published("Oldest", 1), await published("Old", 2)];
  for (const day of [3, 4, 5, 6]) await published(`Day ${day}`, day);
  const draft = await makePost({ title: "A draft" });
  const seconds = [old.id, draft.id, oldest.id];
  expect(await frontPage(oldest.id, seconds)).toEqual({
    top: ["Oldest", "Old", "Day 6"],
    others: ["Day 5", "Day 4", "Day 3"],
    isArranged: true,
  });
  const editor = await makeUser();
  expect(await heardDuring(() => withdrawPost(editor, { id: oldest.id }))).toContain(`post:${oldest.id}`);
  expect(await frontPage(oldest.id, seconds)).toMatchObject({ top: ["Day 6", "Old", "Day 5"] });
  expect(await heardDuring(() => publishPost(editor, { id: oldest.id }))).toContain(`post:${oldest.id}`);
  expect(await frontPage(oldest.id)).toMatchObject({ top: ["Oldest", "Day 6", "Day 5"] });
});

test("whatever is chosen, each post stands once, chosen ones in their order, and the page is opened while there is a post", () => {
  const cards = Array.from({ length: 9 }, (_, nth) => ({ id: String(nth) }) as PostCard);
  const some = (most: number) => fc.uniqueArray(fc.constantFrom(...cards), { maxLength: most });
  fc.assert(
    fc.property(some(9), some(5), fc.option(fc.constantFrom(...cards), { nil: undefined }), (newest, chosen, lead) => {
      const { top, others } = arrangeFront(newest, chosen, lead?.id ?? "");
      const all = [...top, ...others];
      expect(new Set(all)).toEqual(new Set([...newest, ...chosen]));
      expect(all).toHaveLength(new Set(all).size);
      expect(top.length).toBe(Math.min(all.length, Math.max(3, 1 + chosen.filter((post) => post !== top[0]).length)));
      const rest = chosen.filter((post) => post !== lead);
      expect(all.filter((post) => rest.includes(post))).toEqual(rest);
      if (lead && chosen.includes(lead)) expect(top[0]).toBe(lead);
    }),
  );
});
