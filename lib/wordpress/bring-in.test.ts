import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { emailDigest, openEmail } from "@/lib/comments/contact";
import { eraseComment } from "@/lib/comments/erase";
import { forgetRefused } from "@/lib/comments/forget";
import { publishedThread } from "@/lib/comments/public";
import type { ThreadComment } from "@/lib/comments/thread/tree";
import { privateDb } from "@/lib/db/private";
import { emptyTrash } from "@/lib/posts/empty-trash";
import { movedFromWordPress } from "@/lib/posts/former";
import { formerSlug } from "@/lib/posts/former-slug";
import { movedTo } from "@/lib/posts/public";
import { savePost } from "@/lib/posts/save";
import { setPostCategory } from "@/lib/posts/set-category";
import { withdrawPost } from "@/lib/posts/withdraw";
import { heardDuring } from "@/lib/testing/heard";
import { makePost, makeUser } from "@/lib/testing/make";
import { makeExport } from "@/lib/testing/wordpress";
import { bringIn, type BroughtIn } from "@/lib/wordpress/bring-in";
import { readExport } from "@/lib/wordpress/read-export";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-wordpress-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));

type Items = Parameters<typeof makeExport>[0];
/** Each test brings in another site, whose posts are others. */
let sites = 0;
const newSite = () => `https://old-${++sites}.example`;
/** Numbers that no other test has: a number is one post's. */
let numbers = 0;
const next = () => ++numbers;

async function bring(
  items: Items,
  {
    site = newSite(),
    email = "",
    ...options
  }: Partial<{ site: string; email: string; publish: boolean; force: boolean; uploads: string }> = {},
) {
  const file = path.join(folder, "export.xml");
  fs.writeFileSync(file, makeExport(items, { site, ...(email && { email }) }));
  const exported = await readExport(file);
  if ("problem" in exported) throw new Error(exported.problem);
  const came: BroughtIn[] = [];
  for await (const one of bringIn(exported, { publish: true, ...options })) came.push(one);
  return came;
}

const columns = {
  include: { category: true, authors: true, tags: { include: { tag: true }, orderBy: { position: "asc" } }, comments: true },
} as const;
const stored = (slug: string) => privateDb.post.findUniqueOrThrow({ where: { slug }, ...columns });
const shown = (comments: ThreadComment[]): unknown[] => comments.map(({ name, body, answers }) => [name, body, ...shown(answers)]);

test("what was public there is public here, with its date, its address, its category and tags, and whose it is", async () => {
  const anna = await makeUser({ role: "author", email: "anna@old.example" });
  const id = next();
  const item = {
    id,
    slug: "ueber-bruecken",
    title: "Über &amp; unter Brücken",
    excerpt: "Ein <em>Vorspann</em>.",
    categories: ["Stadt &amp; Land", "Welt"],
    tags: ["Hafen"],
  };
  const [came] = await bring([
    { ...item, html: "<!-- wp:paragraph --><p>Der <strong>Text</strong> des Beitrags.</p><!-- /wp:paragraph -->" },
  ]);
  expect(came).toMatchObject({
    result: { ok: true, slug: "ueber-bruecken", change: "new", isPublished: true },
    waived: [],
    hasByLine: true,
  });
  const post = await stored("ueber-bruecken");
  expect(post).toMatchObject({
    status: "published",
    title: "Über & unter Brücken",
    standfirst: "Ein Vorspann.",
    bodyHtml: "<p>Der <strong>Text</strong> des Beitrags.</p>",
    publishedAt: new Date("2012-08-15T10:00:00Z"),
    category: { name: "Stadt & Land" },
    authors: [{ userId: anna.id }],
    tags: [{ tag: { name: "Welt" } }, { tag: { name: "Hafen" } }],
  });
  expect(await movedFromWordPress(`${id}`)).toBe("ueber-bruecken");
});

test("without --publish all of it is drafts, and what was no reader's there is none's here", async () => {
  const [draft, open] = [next(), next()];
  await bring([{ id: open, slug: `offen-${open}` }], { publish: false });
  await bring([{ id: draft, slug: `entwurf-${draft}`, status: "private" }]);
  for (const slug of [`offen-${open}`, `entwurf-${draft}`])
    expect(await stored(slug)).toMatchObject({ status: "draft", publishedAt: null });
});

test("comments come with whom they answer; the public ones are seen, the others wait, and no address can be read", async () => {
  const id = next();
  const comments = [
    { id: 31, name: "Ada &amp; Co", email: "Ada@example.org", url: "https://ada.example", html: "Gut <em>gesagt</em>." },
    { id: 32, parent: 31, name: "Grace", html: "Finde ich auch." },
    { id: 33, parent: 32, name: "", email: "nobody", url: "javascript:alert(1)", html: "Ich nicht." },
    { id: 34, parent: 31, approved: "0", html: "Noch ungelesen." },
    { id: 35, parent: 99, html: "Antwort auf niemanden." },
    { id: 36, html: " <br> " },
  ];
  const heard = await heardDuring(() => bring([{ id, slug: `mit-${id}`, comments }]));
  const post = await stored(`mit-${id}`);
  expect(heard).toEqual(expect.arrayContaining([`thread:${post.id}`]));
  const thread = await publishedThread(post.id);
  expect(thread).toMatchObject({ count: 4, isFromWordPress: true });
  expect(shown(thread.comments)).toEqual([
    ["Ada & Co", "Gut *gesagt*.", ["Grace", "Finde ich auch.", ["Anonymous", "Ich nicht."]]],
    ["Grace", "Antwort auf niemanden."],
  ]);
  expect(post.comments.filter(({ status }) => status === "pending")).toMatchObject([{ body: "Noch ungelesen.", decidedAt: null }]);
  const contact = await privateDb.commentContact.findMany({ where: { comment: { postId: post.id, wordpressId: { in: [31, 33] } } } });
  expect(
    contact.map(({ emailHash, emailSealed, ipPrefix, status }) => [
      Buffer.from(emailHash).equals(emailDigest("ada@example.org")),
      openEmail(emailSealed),
      ipPrefix,
      status,
    ]),
  ).toEqual([[true, "Ada@example.org", null, "approved"]]);
  expect(post.comments.find(({ wordpressId }) => wordpressId === 33)?.website).toBe(null);
  expect(await privateDb.mail.count()).toBe(0);
});

test("a comment is found by the number that it had, also in a long thread, and only under its own post", async () => {
  const [id, other] = [next(), next()];
  const answers = Array.from({ length: 130 }, (_, n) => ({ id: 1001 + n, parent: 1000, html: `Antwort ${n}` }));
  await bring([
    { id, slug: `lang-${id}`, comments: [{ id: 1000, html: "Anfang" }, ...answers] },
    { id: other, slug: `anderer-${other}`, comments: [{ id: 2000 }] },
  ]);
  const post = await stored(`lang-${id}`);
  const thread = await publishedThread(post.id, { replies: "1120" });
  expect(JSON.stringify(shown(thread.comments))).toContain("Antwort 119");
  for (const replies of ["2000", "0", "999999999", "12345678901"]) expect((await publishedThread(post.id, { replies })).only).toBe(null);
});

test("pictures come from the folder of uploads, each once, whole and not in a smaller size; none from beside it", async () => {
  await makeUser({ role: "administrator" });
  const uploads = path.join(folder, "uploads");
  fs.mkdirSync(path.join(uploads, "2012/08"), { recursive: true });
  const blue = sharp({ create: { width: 800, height: 600, channels: 3, background: "blue" } });
  for (const name of ["uploads/2012/08/hafen.jpg", "uploads/lead.jpg", "secret.jpg"])
    await blue.clone().jpeg().toFile(path.join(folder, name));
  fs.writeFileSync(path.join(uploads, "text.jpg"), "no picture");
  const [id, site] = [next(), newSite()];
  const at = (name: string) => `${site}/wp-content/uploads/${name}`;
  const html = ["2012/08/hafen-300x200.jpg", "2012/08/hafen.jpg", "../secret.jpg", "text.jpg", "gone.jpg"]
    .map((name) => `<img src="${at(name)}" alt="Bild">`)
    .join("\n");
  const item = { id, slug: `bilder-${id}`, html, picture: 77 };
  const items = [item, { id: 77, type: "attachment", status: "inherit", slug: "lead" }];
  const before = await privateDb.media.count();
  expect(await bring(items, { site, uploads })).toMatchObject([{ missing: 3 }]);
  const post = await stored(item.slug);
  const made = await privateDb.media.findMany({ where: { sourceAddress: { startsWith: site } }, orderBy: { sourceAddress: "asc" } });
  expect(made.map(({ sourceAddress, width, fileName }) => [sourceAddress, width, fileName])).toEqual([
    [at("2012/08/hafen.jpg"), 800, "hafen.jpg"],
    [at("lead.jpg"), 800, "lead.jpg"],
  ]);
  expect(post.leadMediaId).toBe(made[1]?.id);
  expect(post.bodyHtml.match(/<figure/g)).toHaveLength(2);
  for (const name of ["../secret.jpg", "text.jpg", "gone.jpg"]) expect(post.bodyHtml).toContain(`href="${at(name)}"`);
  // Those that are here are found without the folder, too.
  for (const again of [{ site, uploads }, { site }])
    expect(await bring(items, again)).toMatchObject([{ result: { change: "unchanged" }, missing: 3 }]);
  expect(await privateDb.media.count()).toBe(before + 2);
});

test("who wrote there as one of the newsroom is one here; who only has their address is not", async () => {
  const email = "ben@old.example";
  const ben = await makeUser({ role: "author", email });
  const id = next();
  await bring(
    [
      {
        id,
        slug: `wer-${id}`,
        comments: [
          { id: 1, user: 4, email },
          { id: 2, email },
        ],
      },
    ],
    { email },
  );
  const [stranger] = await bring([{ id: next(), slug: `fremd-${id}` }], { email: "nobody@old.example" });
  expect(stranger).toMatchObject({ result: { ok: true }, hasByLine: false });
  expect((await stored(`wer-${id}`)).comments.map(({ userId }) => userId).sort()).toEqual([ben.id, null].sort());
});

test("the same site again changes nothing; what is new there comes, and what was edited here stays unless it is forced", async () => {
  const [id, site] = [next(), newSite()];
  const item = { id, slug: `wieder-${id}`, comments: [{ id: 1 }] };
  await bring([item], { site });
  expect(await bring([item], { site })).toMatchObject([{ result: { change: "unchanged" }, comments: 0 }]);
  const more = { ...item, html: "<p>Ein anderer Text.</p>", comments: [{ id: 1 }, { id: 2, parent: 1 }] };
  expect(await bring([more], { site })).toMatchObject([{ result: { change: "updated" }, comments: 1 }]);
  const editor = await makeUser({ role: "editor" });
  const { id: postId, version, body, lang } = await stored(item.slug);
  expect(await savePost(editor, { id: postId, version, title: "Von uns", body, lang })).toMatchObject({ ok: true });
  const last = { ...item, html: "<p>Noch ein Text.</p>", comments: [...more.comments, { id: 3, parent: 2 }] };
  expect(await bring([last], { site })).toMatchObject([{ result: { ok: false, error: "staleVersion" }, comments: 1 }]);
  expect((await stored(item.slug)).comments).toHaveLength(3);
  expect(await bring([last], { site, force: true })).toMatchObject([{ result: { change: "updated" } }]);
  expect(await stored(item.slug)).toMatchObject({ bodyText: "Noch ein Text.", approvedComments: 3, title: "Ein Beitrag" });
});

test("what the site cannot take is left off, and said, rather than the post", async () => {
  const taken = await makePost({ status: "published" });
  const [one, two, three, four] = [next(), next(), next(), next()];
  await privateDb.post.update({ where: { id: taken.id }, data: { wordpressId: two } });
  const came = await bring([
    { id: one, slug: taken.slug, title: "Gleiche Adresse" },
    { id: two, slug: `nummer-${two}` },
    { id: three, slug: `leer-${three}`, html: " " },
    {
      id: four,
      slug: "feed",
      categories: ["x".repeat(81)],
      title: "",
      html: "<p>Ein Text ohne Titel, der lang genug ist, dass nicht alles von ihm Platz in einem Titel hat.</p>",
    },
  ]);
  expect(came.map(({ result, waived }) => [result.ok && result.slug, waived])).toEqual([
    ["gleiche-adresse", ["slug"]],
    [`nummer-${two}`, ["former"]],
    [`leer-${three}`, ["body"]],
    ["ein-text-ohne-titel-der-lang-genug-ist-dass-nicht-alles-von-ihm-platz-in-einem", ["category", "slug"]],
  ]);
});

test("a comment comes after the one that it answers, whatever their numbers; one without a time has that of the one before it", async () => {
  const id = next();
  const comments = [
    { id: 5, parent: 9, html: "Antwort" },
    { id: 9, html: "Frage", date: "2012-08-16 08:00:00" },
    { id: 10, html: "Ohne Zeit", date: "0000-00-00 00:00:00" },
    { id: 11, html: "Von einst", date: "1962-08-16 08:00:00" },
    { id: 12, html: "Von morgen", date: "2112-08-16 08:00:00" },
    { id: 5_000_000_000, html: "Ohne Nummer" },
  ];
  const [came] = await bring([{ id, slug: `folge-${id}`, comments }]);
  expect(came).toMatchObject({ result: { ok: true }, comments: 5 });
  const { id: postId } = await stored(`folge-${id}`);
  expect(shown((await publishedThread(postId)).comments)).toEqual([
    ["Grace", "Frage", ["Grace", "Antwort"]],
    ["Grace", "Ohne Zeit"],
    ["Grace", "Von einst"],
    ["Grace", "Von morgen"],
  ]);
});

test("posts that have no number as WordPress has them are several all the same, and those of longer ones are found again", async () => {
  const [site, slug] = [newSite(), `riese-${next()}`];
  const items = [5_000_000_001, 5_000_000_002].map((id) => ({ id, slug: `${slug}-${id}` }));
  for (const change of ["new", "unchanged"])
    expect(await bring(items, { site })).toMatchObject(items.map((item) => ({ result: { slug: item.slug, change }, waived: [] })));
});

test("a site that has moved from http to https, or to www., is the same site", async () => {
  const [id, site] = [next(), newSite()];
  const item = { id, slug: `umzug-${id}` };
  await bring([item], { site: site.replace("https://", "http://www.") });
  expect(await bring([item], { site })).toMatchObject([{ result: { slug: item.slug, change: "unchanged" } }]);
});

test("the same site again brings nothing back that the newsroom has changed: neither category and tags nor what it withdrew", async () => {
  const [id, other, site] = [next(), next(), newSite()];
  const [old, tag] = [`Ressort ${id}`, `Thema ${id}`];
  const items = [
    { id, slug: `neu-${id}`, categories: [old], tags: [tag] },
    { id: other, slug: `weg-${other}` },
  ];
  await bring(items, { site });
  const editor = await makeUser({ role: "editor" });
  const [moved, gone] = [await stored(`neu-${id}`), await stored(`weg-${other}`)];
  const { id: categoryId } = await privateDb.category.create({ data: { name: `Anderes ${id}`, slug: `anderes-${id}` } });
  expect(await setPostCategory(editor, { id: moved.id, categoryId })).toMatchObject({ ok: true });
  await privateDb.tag.update({ where: { id: moved.tags[0]?.tagId }, data: { name: `Neues ${tag}` } });
  expect(await withdrawPost(editor, { id: gone.id })).toMatchObject({ ok: true });
  expect(await bring(items, { site })).toMatchObject([
    { result: { change: "unchanged", isPublished: true } },
    { result: { change: "unchanged", isPublished: false } },
  ]);
  expect(await stored(`neu-${id}`)).toMatchObject({ categoryId, tags: [{ tag: { name: `Neues ${tag}` } }] });
  expect(await stored(`weg-${other}`)).toMatchObject({ status: "unpublished" });
  expect(await privateDb.tag.count({ where: { name: tag } })).toBe(0);
});

test("titles and names are what they say, also an address; what is too long is cut and said so", async () => {
  const ids = [next(), next(), next()] as const;
  const [name, word] = ["https://www.example.com/kauf", "Wort "];
  const came = await bring([
    { id: ids[0], slug: `a-${ids[0]}`, title: name, tags: [name], comments: [{ id: 1, name }] },
    { id: ids[1], slug: `b-${ids[1]}`, title: "", html: "<p>Ein kurzer Text.</p><p>Noch einer.</p>" },
    { id: ids[2], slug: `c-${ids[2]}`, title: word.repeat(100), excerpt: word.repeat(500) },
  ]);
  expect(came.map(({ waived }) => waived)).toEqual([[], [], ["title", "standfirst"]]);
  const [address, text, long] = await Promise.all(["a", "b", "c"].map((letter, n) => stored(`${letter}-${ids[n]}`)));
  expect(address).toMatchObject({ title: name, tags: [{ tag: { name } }], comments: [{ name }] });
  expect(text?.title).toBe("Ein kurzer Text. Noch einer.");
  expect([long?.title.length, long?.standfirst.length, long?.title.at(-1), long?.standfirst.at(-1)]).toEqual([300, 2000, "…", "…"]);
});

test("a comment that was deleted here for good stays away when the site comes again, and nothing of it is kept with a post that goes", async () => {
  const [id, site] = [next(), newSite()];
  const item = { id, slug: `geloescht-${id}`, comments: [{ id: 1 }, { id: 2, parent: 1 }, { id: 3 }] };
  await bring([item], { site });
  const post = await stored(item.slug);
  const erased = post.comments.find(({ wordpressId }) => wordpressId === 3);
  expect(await privateDb.$transaction((tx) => eraseComment(tx, erased?.id ?? ""))).toMatchObject({ ok: true });
  await forgetRefused(30, new Date(Date.now() + 40 * 24 * 60 * 60 * 1000));
  expect((await stored(item.slug)).comments).toHaveLength(2);
  expect(await bring([item], { site })).toMatchObject([{ comments: 0 }]);
  expect((await stored(item.slug)).comments).toHaveLength(2);
  await privateDb.post.delete({ where: { id: post.id } });
  expect(await privateDb.goneComment.count({ where: { postId: post.id } })).toBe(0);
});

test("what a post had not when it came is filled in when the site comes again, and only while it is as it came", async () => {
  await makeUser({ role: "administrator" });
  const [id, other, site] = [next(), next(), newSite()];
  const email = `carla-${id}@old.example`;
  const uploads = path.join(folder, `uploads-${id}`);
  fs.mkdirSync(uploads);
  const blue = sharp({ create: { width: 800, height: 600, channels: 3, background: "blue" } });
  await blue.jpeg().toFile(path.join(uploads, "lead.jpg"));
  const items = [id, other].map((each) => ({ id: each, slug: `luecke-${each}`, picture: 77 }));
  const all = [...items, { id: 77, type: "attachment", status: "inherit", slug: "lead" }];
  await bring(all, { site, email });
  const editor = await makeUser({ role: "editor" });
  const { id: postId, version, body, lang } = await stored(`luecke-${other}`);
  expect(await savePost(editor, { id: postId, version, title: "Von uns", body, lang })).toMatchObject({ ok: true });
  const carla = await makeUser({ role: "author", email });
  for (const change of ["updated", "unchanged"])
    expect(await bring(all, { site, email, uploads })).toMatchObject([{ result: { change } }, { result: { change: "unchanged" } }]);
  expect(await stored(`luecke-${id}`)).toMatchObject({ authors: [{ userId: carla.id }], leadMediaId: expect.any(String) as string });
  expect(await stored(`luecke-${other}`)).toMatchObject({ authors: [], leadMediaId: null });
});

test("a post that was public there is public here, also where its date is to come", async () => {
  const id = next();
  await bring([{ id, slug: `morgen-${id}`, date: "2112-01-01 00:00:00" }]);
  const { publishedAt } = await stored(`morgen-${id}`);
  expect(publishedAt?.getTime()).toBeLessThanOrEqual(Date.now());
});

test("a post whose former address has no Latin letters is reached by it, also one that shares its last ones with another", async () => {
  const [one, two, three, site] = [next(), next(), next(), newSite()];
  const names = [`привет-${one}`, `привет-мир-${one}`, `пока-${one}`];
  const encoded = (name = "") => encodeURIComponent(name).toLowerCase();
  const items = [one, two, three].map((id, n) => ({ id, slug: encoded(names[n]), title: names[n] }));
  await bring(items, { site });
  const posts = await privateDb.post.findMany({ where: { wordpressId: { in: [one, two, three] } }, orderBy: { wordpressId: "asc" } });
  const places = names.map((name) => formerSlug(encoded(name)));
  expect(await Promise.all(places.map(movedTo))).toEqual(posts.map(({ slug }) => slug));
  expect(await bring(items, { site })).toMatchObject(items.map(() => ({ result: { change: "unchanged" }, waived: [] })));
});

test("of a post that was deleted here and is brought in by force, the comments stay away that were taken off, taken back or deleted before", async () => {
  const [id, site] = [next(), newSite()];
  const items = [{ id, slug: `zurueck-${id}`, comments: [1, 2, 3, 4].map((number) => ({ id: number })) }];
  await bring(items, { site });
  const { comments } = await stored(`zurueck-${id}`);
  const idOf = (number: number) => comments.find(({ wordpressId }) => wordpressId === number)?.id ?? "";
  await privateDb.comment.delete({ where: { id: idOf(1) } });
  await privateDb.comment.update({ where: { id: idOf(2) }, data: { withdrawnAt: new Date(), name: "", body: "" } });
  await privateDb.comment.update({ where: { id: idOf(3) }, data: { status: "trash" } });
  const trashed = { status: "trash", trashedFrom: "published", trashedAt: new Date(0) } as const;
  await privateDb.post.update({ where: { slug: `zurueck-${id}` }, data: trashed });
  await emptyTrash();
  for (const come of [1, 0]) expect(await bring(items, { site, force: true })).toMatchObject([{ comments: come }]);
  expect((await stored(`zurueck-${id}`)).comments.map(({ wordpressId }) => wordpressId)).toEqual([4]);
});

test("a post that was deleted here for good stays away when its site comes again, until that is forced; a file's is not remembered", async () => {
  const [id, other, site] = [next(), next(), newSite()];
  const items = [{ id, slug: `fort-${id}`, comments: [{ id: 1 }] }, { id: other }];
  await bring(items, { site });
  const trashed = { status: "trash", trashedFrom: "published", trashedAt: new Date(0) } as const;
  await privateDb.post.update({ where: { slug: `fort-${id}` }, data: trashed });
  await makePost({ ...trashed, publishedAt: null, sourcePath: `/texts/${id}.txt` });
  await emptyTrash();
  expect(await privateDb.gonePost.count({ where: { sourcePath: { in: [`${site}/?p=${id}`, `/texts/${id}.txt`] } } })).toBe(1);
  expect(await bring(items, { site })).toMatchObject([
    { result: { ok: false, error: "gone" }, comments: 0 },
    { result: { change: "unchanged" } },
  ]);
  expect(await privateDb.post.count({ where: { slug: `fort-${id}` } })).toBe(0);
  expect(await bring(items, { site, force: true })).toMatchObject([{ result: { change: "new" }, comments: 1 }, {}]);
  expect(await bring(items, { site })).toMatchObject([{ result: { change: "unchanged" } }, {}]);
});
