import { expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { knownTranslations } from "@/lib/posts/known-translations";
import { alternatesOf, publishedPost } from "@/lib/posts/public";
import { publishPost } from "@/lib/posts/publish";
import { savePost } from "@/lib/posts/save";
import { setTranslation } from "@/lib/posts/set-translation";
import { updatePost } from "@/lib/posts/update";
import { withdrawPost } from "@/lib/posts/withdraw";
import { heardDuring } from "@/lib/testing/heard";
import { makePost, makeUser } from "@/lib/testing/make";

const link = (id: string, otherId: string) => ({ id, otherId, isTranslation: true });

async function shownBeside(slug: string) {
  return (await publishedPost(slug))?.translations.map(({ lang }) => lang);
}

test("posts that are linked one after another are one group, each shown beside the others as long as it is public", async () => {
  const editor = await makeUser();
  const [en, de, fr] = [
    await makePost({ status: "published", lang: "en" }),
    await makePost({ status: "published", lang: "de" }),
    await makePost({ lang: "fr" }),
  ];
  expect(await setTranslation(editor, link(en.id, de.id))).toEqual({ ok: true });
  expect(await setTranslation(editor, link(fr.id, de.id))).toEqual({ ok: true });
  // Sent twice, it is done once.
  expect(await heardDuring(() => setTranslation(editor, link(de.id, fr.id)))).toEqual([]);
  expect([await shownBeside(en.slug), await shownBeside(de.slug)]).toEqual([["de"], ["en"]]);
  expect(await knownTranslations(editor, { id: fr.id })).toMatchObject({ translations: [{ id: de.id }, { id: en.id }] });
  for (const turn of [publishPost, withdrawPost]) {
    expect(await heardDuring(() => turn(editor, { id: fr.id }))).toEqual(
      expect.arrayContaining([tags.post(en.id), tags.post(de.id), tags.month(new Date(en.publishedAt ?? 0))]),
    );
  }
  await publishPost(editor, { id: fr.id });
  expect(await shownBeside(en.slug)).toEqual(["de", "fr"]);

  expect(await heardDuring(() => setTranslation(editor, { ...link(en.id, de.id), isTranslation: false }))).toContain(tags.post(fr.id));
  expect([await shownBeside(en.slug), await shownBeside(de.slug)]).toEqual([["fr"], []]);
  await setTranslation(editor, { ...link(en.id, fr.id), isTranslation: false });
  expect(await privateDb.post.count({ where: { id: { in: [en.id, de.id, fr.id] }, translationGroupId: { not: null } } })).toBe(0);
  const acts = await privateDb.auditEvent.findMany({
    where: { subjectId: en.id },
    select: { act: true, to: true },
    orderBy: { id: "asc" },
  });
  expect(acts.slice(0, 2)).toEqual([
    { act: "post.linkTranslation", to: { otherId: de.id } },
    { act: "post.unlinkTranslation", to: { otherId: de.id } },
  ]);
});

test("saving and updating a post keep its translations; its new address drops their pages, and their language is not to be taken", async () => {
  const editor = await makeUser();
  const [en, de] = [await makePost({ status: "published", lang: "en" }), await makePost({ status: "published", lang: "de" })];
  await setTranslation(editor, link(en.id, de.id));
  const body = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "A paragraph." }] }] };
  const typed = { id: en.id, title: "Another title", body, lang: "en" };
  const saved = await savePost(editor, { ...typed, version: 1, slug: `another-${en.slug}` });
  const version = saved.ok ? saved.version : 0;
  const heard = await heardDuring(() => updatePost(editor, { id: en.id, version, showAsUpdated: false }));
  expect(heard).toContain(tags.post(de.id));
  expect(await shownBeside(de.slug)).toEqual(["en"]);
  const again = await savePost(editor, { ...typed, version, lang: "de" });
  expect(again).toMatchObject({ ok: true });
  expect(await updatePost(editor, { id: en.id, version: version + 1, showAsUpdated: false })).toMatchObject({
    error: "invalid",
    fields: { lang: ["languageTaken"] },
  });
});

test("the same language, a language that is taken, itself, what is not there and what one may not see are refused", async () => {
  const editor = await makeUser();
  const [en, de, de2, page] = [
    await makePost({ lang: "en" }),
    await makePost({ lang: "de" }),
    await makePost({ lang: "de" }),
    await makePost({ lang: "fr", kind: "page" }),
  ];
  await setTranslation(editor, link(en.id, de.id));
  expect(await setTranslation(editor, link(en.id, de2.id))).toEqual({ ok: false, error: "languageTaken" });
  expect(await setTranslation(editor, link(de.id, de2.id))).toEqual({ ok: false, error: "sameLanguage" });
  expect(await setTranslation(editor, link(en.id, page.id))).toEqual({ ok: false, error: "invalidChoice" });
  const gone = { ok: false, error: "postNotFound" };
  expect(await setTranslation(editor, link(en.id, en.id))).toEqual(gone);
  expect(await setTranslation(editor, link(en.id, crypto.randomUUID()))).toEqual(gone);
  expect(await setTranslation(editor, link(en.id, "x"))).toMatchObject({ error: "invalid" });

  const author = await makeUser({ role: "author" });
  const own = await makePost({ lang: "es", authors: { create: { userId: author.id, position: 0 } } });
  expect(await setTranslation(author, link(own.id, en.id))).toEqual(gone);
  expect(await setTranslation(author, link(en.id, own.id))).toEqual({ ok: false, error: "forbidden" });
  await setTranslation(editor, link(own.id, en.id));
  // Drafts of others stay unseen.
  expect(await knownTranslations(author, { id: own.id })).toEqual({ ok: true, translations: [] });
  expect(await knownTranslations(author, { id: en.id })).toEqual({ ok: false, error: "forbidden" });
  expect(await setTranslation(await makeUser({ role: "moderator" }), link(en.id, own.id))).toEqual({ ok: false, error: "forbidden" });
});

test("every version announces the same ones: x-default is the site's language, else the first", () => {
  const version = (lang: string, canonicalUrl = "") => ({ lang, slug: `in-${lang}`, canonicalUrl });
  const [de, en, fr] = [version("de-AT"), version("en"), version("fr")];
  const german = [
    ["de-AT", "/in-de-AT"],
    ["en", "/in-en"],
    ["x-default", "/in-de-AT"],
  ];
  expect(alternatesOf([en, de], "de")).toEqual(german);
  expect(alternatesOf([de, en], "es")).toEqual(german);
  expect(alternatesOf([fr, en], "en").at(-1)).toEqual(["x-default", "/in-en"]);
  expect(alternatesOf([fr], "en")).toEqual([]);
  expect(alternatesOf([fr, version("de", "https://example.org/")], "en")).toEqual([]);
});
