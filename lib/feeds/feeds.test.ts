import { parseFeed as readLeniently } from "@rowanmanning/feed-parser";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import sharp from "sharp";
import { expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { tags } from "@/lib/cache/tags";
import { newestOfAllSql } from "@/lib/comments/newest";
import { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import { publicDb } from "@/lib/db/public";
import { feedAnswer } from "@/lib/feeds/answer";
import type { FoundFeed } from "@/lib/feeds/feed";
import { allRepliesFeed, authorFeed, categoryFeed, repliesFeed, siteFeed, tagFeed } from "@/lib/feeds/public";
import { uploadMedia } from "@/lib/media/upload";
import { requestScope, type RequestScope } from "@/lib/server/bridge";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const FORMS = [undefined, "atom", "json"] as const;

/** A post with all that a feed tells of one, alone in its category. */
async function newsroom() {
  const name = `Möwe & <Sohn> ${crypto.randomUUID()}`;
  const { id } = await makeUser({ name });
  const author = await privateDb.user.update({ where: { id }, data: { slug: `author-${crypto.randomUUID()}` } });
  const category = await privateDb.category.create({ data: { name: name.slice(0, 80), slug: `category-${crypto.randomUUID()}` } });
  const tag = await privateDb.tag.create({ data: { name, slug: `tag-${crypto.randomUUID()}` } });
  const bytes = await sharp({ create: { width: 80, height: 40, channels: 3, background: "#369" } })
    .png()
    .toBuffer();
  const picture = await uploadMedia(author, { bytes, alt: "A blue field" });
  if (!picture.ok) throw new Error("The picture was not taken.");
  const post = await makePost({
    status: "published",
    lang: "de",
    title: "AT&T <ruft> ]]> an",
    standfirst: `Ein "Vorspann" über a < b, lang genug für sich allein.`,
    bodyHtml: `<p>Text mit <a href="/about">Verweis</a>.</p>`,
    publishedAt: new Date("2026-03-04T05:06:07.000Z"),
    revisedAt: new Date("2026-04-05T06:07:08.000Z"),
    categoryId: category.id,
    leadMediaId: picture.id,
    authors: { create: { userId: author.id, position: 0 } },
    tags: { create: { tagId: tag.id, position: 0 } },
  });
  return { author, category, tag, post, picture };
}

async function written(found: FoundFeed, form?: string): Promise<string> {
  const answer = feedAnswer(found, form === undefined ? [] : [form]);
  expect(answer.status).toBe(200);
  return answer.text();
}

test("a post in a feed: whole, dated, by its author, with its picture, under an id that outlives its address", async () => {
  const { author, category, tag, post, picture } = await newsroom();
  const found = await categoryFeed(category.slug);
  const url = `http://localhost:3000/${post.slug}`;
  const enclosure = { url: `http://localhost:3000/media/${picture.id}/80.jpg`, type: "image/jpeg", length: expect.any(Number) };
  const [rss, atom, json] = await Promise.all(FORMS.map((form) => written(found, form)));

  for (const contents of [rss ?? "", atom ?? ""]) {
    const { errors } = await validateXML({ xml: { fileName: "feed.xml", contents }, normalization: "format" });
    expect(errors).toEqual([]);
  }
  const [item] = parseRssFeed(rss ?? "").items ?? [];
  expect(item).toMatchObject({
    title: post.title,
    link: url,
    guid: { value: `urn:uuid:${post.id}`, isPermaLink: false },
    pubDate: "Wed, 04 Mar 2026 05:06:07 GMT",
    categories: [{ name: category.name }, { name: tag.name }],
    enclosures: [enclosure],
    comments: `${url}#comments`,
    dc: { creators: [author.name], languages: ["de"] },
    content: { encoded: expect.stringContaining(`<a href="http://localhost:3000/about">Verweis</a>`) },
  });

  const [entry] = parseAtomFeed(atom ?? "").entries ?? [];
  expect(entry).toMatchObject({
    id: `urn:uuid:${post.id}`,
    title: { value: post.title },
    published: "2026-03-04T05:06:07.000Z",
    updated: "2026-04-05T06:07:08.000Z",
    authors: [{ name: author.name, uri: `http://localhost:3000/author/${author.slug}` }],
    categories: [{ term: category.name }, { term: tag.name }],
    content: { type: "html", value: expect.stringContaining("Vorspann") },
  });
  expect(entry?.links).toContainEqual({ rel: "enclosure", href: enclosure.url, type: enclosure.type, length: enclosure.length });

  expect(parseJsonFeed(json ?? "").items?.[0]).toMatchObject({
    id: `urn:uuid:${post.id}`,
    title: post.title,
    language: "de",
    content_html: expect.stringContaining(`<img src="${enclosure.url}" alt="A blue field">`),
    date_published: "2026-03-04T05:06:07.000Z",
    date_modified: "2026-04-05T06:07:08.000Z",
    authors: [{ name: author.name }],
    tags: [category.name, tag.name],
    attachments: [{ url: enclosure.url, mime_type: "image/jpeg" }],
  });
});

test("a second reader understands RSS and Atom alike", async () => {
  const { author, category, post } = await newsroom();
  const found = await categoryFeed(category.slug);
  for (const form of [undefined, "atom"]) {
    const feed = readLeniently(await written(found, form));
    expect(feed).toMatchObject({ language: "en", self: `http://localhost:3000/category/${category.slug}/feed${form ? "/atom" : ""}` });
    // Its items tell by getters.
    const [item] = feed.items;
    expect({ ...item?.toJSON() }).toMatchObject({
      id: `urn:uuid:${post.id}`,
      title: post.title,
      url: `http://localhost:3000/${post.slug}`,
      published: post.publishedAt?.toISOString(),
      authors: [{ name: author.name }],
      image: { url: expect.stringMatching(/80\.jpg$/) },
    });
  }
});

test("a tag's and an author's feed hold its posts, the site's the newest of all", async () => {
  const { author, tag, post } = await newsroom();
  const newest = await makePost({ status: "published", publishedAt: new Date(Date.now() - 1) });
  for (const found of [await tagFeed(tag.slug), await authorFeed(author.slug ?? "")]) {
    expect(parseJsonFeed(await written(found, "json")).items?.map(({ id }) => id)).toEqual([`urn:uuid:${post.id}`]);
  }
  expect(await written(await siteFeed())).toContain(newest.id);
});

test("no draft, nothing that waits and no address of anybody is in a feed; whoever took a reply back is not", async () => {
  const { author, category, post } = await newsroom();
  const draft = await makePost({ status: "draft", categoryId: category.id });
  const withdrawn = await makePost({ status: "unpublished", categoryId: category.id });
  const postId = post.id;
  const first = await makeComment({ postId, status: "approved", name: "Ada", body: "a<b & <script>" });
  const answer = await makeComment({ postId, status: "approved", parentId: first.id, rootId: first.id, depth: 1 });
  const gone = [
    await makeComment({ postId, status: "pending" }),
    await makeComment({ postId, status: "spam" }),
    await makeComment({ postId, status: "approved", withdrawnAt: new Date(), name: "", body: "" }),
  ];
  for (const form of FORMS) {
    const posts = await written(await categoryFeed(category.slug), form);
    for (const { id } of [draft, withdrawn]) expect(posts).not.toContain(id);
    const replies = await written(await repliesFeed(post.slug), form);
    for (const { id } of [first, answer]) expect(replies).toContain(id);
    for (const { id } of gone) expect(replies).not.toContain(id);
    expect(posts + replies).not.toContain(author.email);
    expect(replies).not.toContain("<script");
  }
  const [reply] = parseAtomFeed(await written(await repliesFeed(post.slug), "atom")).entries ?? [];
  expect(reply).toMatchObject({ id: `urn:uuid:${answer.id}`, thr: { inReplyTos: [{ ref: `urn:uuid:${first.id}` }] } });
  for (const { slug } of [draft, withdrawn]) expect(await repliesFeed(slug)).toBeNull();
});

test("the feed of all replies holds the newest of every post, each under its post's title, and nothing that its page would not show", async () => {
  const [post, other, draft] = [
    await makePost({ status: "published", title: "Gulls & <others>", lang: "de" }),
    await makePost({ status: "published" }),
    await makePost({ status: "unpublished" }),
  ];
  const at = (seconds: number) => new Date(Date.now() + seconds * 1000);
  const first = await makeComment({ postId: post.id, status: "approved", name: "Ada", createdAt: at(1), body: "a<b & <script>" });
  const answer = await makeComment({
    postId: post.id,
    status: "approved",
    parentId: first.id,
    rootId: first.id,
    depth: 1,
    createdAt: at(2),
  });
  const elsewhere = await makeComment({ postId: other.id, status: "approved", createdAt: at(3) });
  const spam = await makeComment({ postId: other.id, status: "spam", createdAt: at(4) });
  const under = { postId: other.id, status: "approved", parentId: spam.id, rootId: spam.id, depth: 1, createdAt: at(5) } as const;
  const unseen = [
    spam,
    await makeComment(under),
    await makeComment({ postId: draft.id, status: "approved", createdAt: at(6) }),
    await makeComment({ postId: post.id, status: "pending", createdAt: at(7) }),
    await makeComment({ postId: post.id, status: "approved", withdrawnAt: at(8), name: "", body: "", createdAt: at(8) }),
  ];
  const shows = new Set<string>();
  const found = await requestScope.run({ sender: { ip: "", agent: "" }, shows }, allRepliesFeed);
  const [rss = "", atom = "", json = ""] = await Promise.all(FORMS.map((form) => written(found, form)));
  const newest = [elsewhere, answer, first].map(({ id }) => `urn:uuid:${id}`);
  expect(
    parseJsonFeed(json)
      .items?.slice(0, 3)
      .map(({ id }) => id),
  ).toEqual(newest);
  expect(parseRssFeed(rss).items?.[2]).toMatchObject({
    title: "Ada on “Gulls & <others>”",
    link: `http://localhost:3000/${post.slug}?replies=${first.id}#comment-${first.id}`,
  });
  expect(parseAtomFeed(atom).entries?.[1]).toMatchObject({ thr: { inReplyTos: [{ ref: `urn:uuid:${first.id}` }] } });
  for (const text of [rss, atom, json, await written(await repliesFeed(other.slug))]) {
    for (const { id } of unseen) expect(text).not.toContain(id);
    expect(text).not.toContain("<script");
  }
  expect([...shows]).toEqual(expect.arrayContaining([tags.replies(), tags.posts(), tags.post(post.id), tags.post(other.id)]));
  expect(readLeniently(rss).self).toBe("http://localhost:3000/comments/feed");
});

test("a feed of replies says which words are the site's and which the post's, and speaks the post's where its page does", async () => {
  const { id: postId, slug } = await makePost({ status: "published", lang: "de" });
  await makeComment({ postId, status: "approved", name: "Ada" });
  const atom = await written(await repliesFeed(slug), "atom");
  expect(atom).toMatch(/^<\?xml.*\?>\n<feed [^>]*xml:lang="en"/);
  expect(atom).toContain('<entry xml:lang="de">');
  expect(atom).toContain('<title xml:lang="en">Ada writes</title>');
  expect(parseRssFeed(await written(await repliesFeed(slug)))).toMatchObject({ language: "en", items: [{ dc: { languages: ["de"] } }] });
  const setting = await privateDb.setting.create({ data: { key: "interfaceFollowsPost", value: true, isPublic: true } });
  const german = await written(await repliesFeed(slug), "atom");
  await privateDb.setting.delete({ where: { key: setting.key } });
  expect(german.match(/xml:lang="\w+"/g)).toEqual(['xml:lang="de"']);
  expect(german).toContain("<title>Ada schreibt</title>");
});

test("however many replies there are, the newest are read from an index, without sorting", async () => {
  const plan = await publicDb.$transaction(async (tx) => {
    await tx.$executeRaw`set local enable_seqscan = off`;
    return tx.$queryRaw<{ "QUERY PLAN": string }[]>(Prisma.sql`explain ${newestOfAllSql()}`);
  });
  const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
  expect(text).toMatch(/Index Scan.* on comment\b/);
  expect(text).not.toMatch(/Sort|Seq Scan|Bitmap/);
});

test("a feed hangs on its list, on what it shows of each post, and on nothing that only its pages show", async () => {
  const { author, category, tag, post } = await newsroom();
  const shows = new Set<string>();
  await requestScope.run({ sender: { ip: "", agent: "" }, shows }, () => categoryFeed(category.slug));
  expect([...shows].sort()).toEqual(
    [
      tags.categories(),
      tags.category(category.id),
      tags.categoryPosts(category.id),
      tags.post(post.id),
      tags.settings(),
      tags.tag(tag.id),
      tags.user(author.id),
    ].sort(),
  );
  shows.clear();
  await requestScope.run({ sender: { ip: "", agent: "" }, shows }, () => repliesFeed(post.slug));
  expect([...shows]).toEqual(expect.arrayContaining([tags.post(post.id), tags.thread(post.id)]));
});

test("the feed of a post that is gone for good is gone as its page is", async () => {
  const slug = `gone-${crypto.randomUUID()}`;
  await privateDb.goneAddress.create({ data: { slug } });
  const asked = async (at: string) => {
    const scope: RequestScope = { sender: { ip: "", agent: "" }, shows: new Set() };
    const { status } = feedAnswer(await requestScope.run(scope, () => repliesFeed(at)));
    return [status, scope.isGone ?? false, scope.shows?.has(tags.missing(at))];
  };
  expect(await asked(slug)).toEqual([404, true, true]);
  expect(await asked(`never-${slug}`)).toEqual([404, false, true]);
});

test("former addresses lead on in one step, in the form that was asked for; others are nowhere", async () => {
  const { category, post } = await newsroom();
  await privateDb.redirect.create({ data: { slug: `old-${post.slug}`, postId: post.id } });
  await privateDb.categoryRedirect.create({ data: { slug: `old-${category.slug}`, categoryId: category.id } });
  const led = (found: FoundFeed, asked: string[]) => {
    const { status, headers } = feedAnswer(found, asked);
    return [status, headers.get("location")];
  };
  expect(led(await repliesFeed(`old-${post.slug}`), ["atom"])).toEqual([308, `/${post.slug}/feed/atom`]);
  expect(led(await categoryFeed(`old-${category.slug}`), ["rss2"])).toEqual([308, `/category/${category.slug}/feed`]);
  expect(led(await repliesFeed(post.slug), ["rdf"])).toEqual([308, `/${post.slug}/feed`]);
  for (const asked of [["x"], ["atom", "x"], ["__proto__"]]) expect(led(await siteFeed(), asked)).toEqual([404, null]);
  expect(led(await tagFeed("nobody-has-it"), [])).toEqual([404, null]);
});
