import { expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { postsBy } from "@/lib/posts/public";
import { heardDuring } from "@/lib/testing/heard";
import { makePost, makeUser } from "@/lib/testing/make";
import { acceptInvitation } from "@/lib/users/accept-invitation";
import { changeProfile } from "@/lib/users/change-profile";
import { inviteUser } from "@/lib/users/invite";
import type { Actor } from "@/lib/users/policy";
import { movedAuthor, publicAuthor } from "@/lib/users/public";

let people = 0;
const newSlug = () => `author-${++people}`;
const refused = (field: string, code: string) => ({ ok: false, error: "invalid", fields: { [field]: [code] } });

async function makePicture(uploadedById: string) {
  const data = { alt: "Ada", width: 640, height: 640, widths: [320, 640], bytes: 1, uploadedById };
  return (await privateDb.media.create({ data, select: { id: true } })).id;
}

/** A published post with the user's by-line. */
async function byLined(user: Actor, given: Parameters<typeof makePost>[0] = {}) {
  const post = await makePost({ status: "published", ...given });
  await privateDb.postAuthor.create({ data: { postId: post.id, userId: user.id, position: 0 } });
  return post;
}

test("one changes one's own profile, and every page that shows it hears of it", async () => {
  const user = await makeUser();
  const slug = newSlug();
  const pictureId = await makePicture(user.id);
  const typed = { name: "\u202e Ada King\u202c ", slug, bio: "One.\r\n\r\nTwo. ", pictureId };
  expect(await heardDuring(() => changeProfile(user, typed))).toEqual([tags.user(user.id), tags.noAuthor(slug)]);
  expect(
    await privateDb.user.findUnique({ where: { id: user.id }, select: { name: true, slug: true, bio: true, pictureId: true } }),
  ).toEqual({
    name: "Ada King",
    slug,
    bio: "One.\n\nTwo.",
    pictureId,
  });
  expect(await changeProfile(user, { ...typed, slug: "", pictureId: "" })).toEqual({ ok: true });
  expect(await privateDb.user.findUnique({ where: { id: user.id }, select: { slug: true, pictureId: true } })).toEqual({
    slug: null,
    pictureId: null,
  });
});

test.each([
  ["name", " ", "required"],
  ["name", "a\u0000b", "invalid"],
  ["slug", "Not A Slug", "invalidSlug"],
  ["slug", "a".repeat(121), "tooLong"],
  ["bio", "a".repeat(2001), "tooLong"],
  ["bio", "a\u0000b", "invalid"],
  ["pictureId", "x", "invalidChoice"],
  ["pictureId", "01890000-0000-7000-8000-000000000000", "invalidChoice"],
])("%s %j is refused", async (field, value, code) => {
  const user = await makeUser();
  expect(await changeProfile(user, { name: "Ada", slug: "", bio: "", pictureId: "", [field]: value })).toMatchObject(refused(field, code));
  expect(await privateDb.user.findUnique({ where: { id: user.id }, select: { name: true } })).toEqual({ name: user.name });
});

test("of colleagues who want one address at once, one gets it", async () => {
  const slug = newSlug();
  const users = await Promise.all(Array.from({ length: 5 }, () => makeUser()));
  const results = await Promise.all(users.map((user) => changeProfile(user, { name: "Ada", slug })));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.filter(({ ok }) => !ok)).toEqual(Array(4).fill(refused("slug", "slugTaken")));
});

test("who takes up an invitation gets an address of their name, numbered where others have it or had it", async () => {
  const administrator = await makeUser({ role: "administrator", signsIn: true });
  const slugs = [];
  const former = await makeUser();
  for (const slug of ["zoe-uebermueller-2", ""]) await changeProfile(former, { name: "Zoë", slug });
  for (const name of ["Zoë Übermüller", "Zoë Übermüller", "李雷"]) {
    const invited = await inviteUser(administrator, { email: `profile${++people}@example.org`, role: "author" });
    if (!invited.ok) throw new Error(invited.error);
    await acceptInvitation({ key: invited.key, name, password: "a password of one's own" });
    slugs.push((await privateDb.user.findUnique({ where: { id: invited.userId }, select: { slug: true } }))?.slug);
  }
  expect(slugs).toEqual(["zoe-uebermueller", "zoe-uebermueller-3", null]);
});

test("former addresses of an author's page lead to the present one, and nobody else gets them", async () => {
  const [user, other] = [await makeUser(), await makeUser()];
  const [first, second, third] = [newSlug(), newSlug(), newSlug()];
  const moveTo = (slug: string) => changeProfile(user, { name: "Ada", slug });
  for (const slug of [first, second, third]) expect(await moveTo(slug)).toEqual({ ok: true });
  expect(await movedAuthor(first), "of somebody whom no reader knows").toBeNull();
  await byLined(user);
  for (const slug of [first, second]) expect(await movedAuthor(slug)).toBe(third);
  for (const none of [third, "nobody-here", "Ada", ""]) expect(await movedAuthor(none)).toBeNull();
  for (const slug of [first, third]) expect(await changeProfile(other, { name: "Bo", slug })).toEqual(refused("slug", "slugTaken"));
  expect(await moveTo(first), "back to where it was").toEqual({ ok: true });
  expect(await movedAuthor(first)).toBeNull();
  for (const slug of [second, third]) expect(await movedAuthor(slug)).toBe(first);
  await moveTo("");
  for (const slug of [first, second, third]) expect(await movedAuthor(slug), "without a page").toBeNull();
});

test("an author's page is there once a post of theirs is published, and after they left", async () => {
  const user = await makeUser({ name: "Ada" });
  const slug = newSlug();
  await changeProfile(user, { name: "Ada", slug, bio: "Writes." });
  const draft = await makePost();
  await privateDb.postAuthor.create({ data: { postId: draft.id, userId: user.id, position: 0 } });
  expect(await publicAuthor(slug)).toBeNull();
  await byLined(user);
  await privateDb.user.update({ where: { id: user.id }, data: { deactivatedAt: new Date() } });
  expect(await publicAuthor(slug)).toEqual({ id: user.id, name: "Ada", slug, bio: "Writes.", picture: null });
  for (const none of ["", "nobody-here", "Ada", "%00"]) expect(await publicAuthor(none)).toBeNull();
});

test("an author's list holds their published posts alone, newest first, page by page", async () => {
  const user = await makeUser();
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));
  const own: string[] = [];
  for (let n = 0; n < 13; n++) own.unshift((await byLined(user, { publishedAt: at(n) })).id);
  await byLined(await makeUser(), { publishedAt: at(5) });
  await byLined(user, { status: "unpublished", publishedAt: at(6) });
  const first = await postsBy(user.id);
  const second = await postsBy(user.id, { after: first?.older ?? "" });
  expect([...(first?.posts ?? []), ...(second?.posts ?? [])].map(({ id }) => id)).toEqual(own);
  expect(second?.older).toBeNull();
  expect((await postsBy(user.id, { before: second?.newer ?? "" }))?.posts.map(({ id }) => id)).toEqual(own.slice(0, 11));
});
