import fs from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { sitemapPosts } from "@/lib/posts/mapped";
import { requestScope } from "@/lib/server/bridge";
import { sitemapIndex, sitemapPart } from "@/lib/sitemaps/public";
import { newsLanguage } from "@/lib/sitemaps/write";
import { heardDuring } from "@/lib/testing/heard";
import { makePost, makeUser } from "@/lib/testing/make";
import { publishPost } from "@/lib/posts/publish";
import { withdrawPost } from "@/lib/posts/withdraw";

beforeEach(async () => {
  await privateDb.post.deleteMany();
  await privateDb.category.deleteMany();
});

const day = (text: string) => new Date(`${text}T12:00:00.000Z`);
const locations = (xml: string | null) =>
  Array.from((xml ?? "").matchAll(/<loc>http:\/\/localhost:3000\/([^<]*)<\/loc>/g), ([, path]) => path);

/** The protocol's own schema; Google's two and the index's, which no package holds, in what they say of order and presence. */
const schema = (
  name: string,
  body: string,
) => `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.google.com/schemas/${name}"
  xmlns="http://www.google.com/schemas/${name}" elementFormDefault="qualified">${body}</xs:schema>`;
const sequence = (name: string, ...parts: string[]) =>
  `<xs:element name="${name}"><xs:complexType><xs:sequence>${parts.join("")}</xs:sequence></xs:complexType></xs:element>`;
const part = (name: string, type: string) => `<xs:element name="${name}" type="xs:${type}"/>`;
const SCHEMAS = {
  "sitemap.xsd": fs.readFileSync("node_modules/sitemap/schema/sitemap.xsd", "utf8"),
  "image.xsd": schema("sitemap-image/1.1", sequence("image", part("loc", "anyURI"))),
  "xhtml.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xhtml">
    <xs:element name="link"><xs:complexType>
      <xs:attribute name="rel" use="required" fixed="alternate"/>
      <xs:attribute name="hreflang" type="xs:language" use="required"/>
      <xs:attribute name="href" type="xs:anyURI" use="required"/>
    </xs:complexType></xs:element></xs:schema>`,
  "news.xsd": schema(
    "sitemap-news/0.9",
    sequence(
      "news",
      sequence("publication", part("name", "string"), part("language", "language")),
      part("publication_date", "dateTime"),
      part("title", "string"),
    ),
  ),
};
const ALL = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/>
  <xs:import namespace="http://www.google.com/schemas/sitemap-image/1.1" schemaLocation="image.xsd"/>
  <xs:import namespace="http://www.google.com/schemas/sitemap-news/0.9" schemaLocation="news.xsd"/>
  <xs:import namespace="http://www.w3.org/1999/xhtml" schemaLocation="xhtml.xsd"/>
</xs:schema>`;

async function problemsOf(xml: string | null) {
  const preload = Object.entries(SCHEMAS).map(([fileName, contents]) => ({ fileName, contents }));
  const { errors } = await validateXML({
    xml: { fileName: "map.xml", contents: xml ?? "" },
    schema: { fileName: "all.xsd", contents: ALL },
    preload,
  });
  return errors;
}

test("the index names what holds anything: pages, categories, news, and each month in which posts were published [C3]", async () => {
  expect(locations(await sitemapIndex())).toEqual(["sitemap-pages.xml"]);
  await privateDb.category.create({ data: { name: "Sport", slug: "sport" } });
  await makePost({ status: "published", publishedAt: day("2024-02-29") });
  await makePost({ status: "published", publishedAt: day("2024-02-01") });
  await makePost({ status: "published", publishedAt: day("2023-12-31") });
  await makePost({ status: "published", kind: "page", publishedAt: day("2022-01-01") });
  await makePost({ status: "unpublished", publishedAt: day("2021-01-01") });
  const expected = ["sitemap-pages.xml", "sitemap-categories.xml", "sitemap-posts-2024-02.xml", "sitemap-posts-2023-12.xml"];
  expect(locations(await sitemapIndex())).toEqual(expected);
  await makePost({ status: "published" });
  expect(locations(await sitemapIndex())).toContain("sitemap-news.xml");
});

test("a month's posts stand in one map, dated as readers are told, with every picture; drafts and pages do not [C3]", async () => {
  const { id: uploadedById } = await makeUser();
  const picture = { alt: "x", width: 640, height: 480, widths: [320, 640], bytes: 1, uploadedById };
  const [lead, inText] = [
    await privateDb.media.create({ data: picture }),
    await privateDb.media.create({ data: { ...picture, edition: 7 } }),
  ];
  await makePost({
    slug: "with-pictures",
    status: "published",
    publishedAt: day("2024-02-01"),
    revisedAt: day("2024-03-05"),
    leadMediaId: lead.id,
    media: { create: { mediaId: inText.id } },
  });
  await makePost({ slug: "last-moment", status: "published", publishedAt: new Date("2024-02-29T23:59:59.999Z") });
  await makePost({ slug: "next-month", status: "published", publishedAt: new Date("2024-03-01T00:00:00.000Z") });
  await makePost({ slug: "imprint", kind: "page", status: "published", publishedAt: day("2024-02-02") });
  await makePost({ slug: "draft", publishedAt: day("2024-02-02") });
  const map = await sitemapPart("posts-2024-02");
  expect(locations(map)).toEqual(["with-pictures", "last-moment"]);
  expect(map).toContain("<lastmod>2024-03-05T12:00:00.000Z</lastmod>");
  for (const path of [`${lead.id}/640.jpg`, `${inText.id}/7-640.jpg`]) {
    expect(map).toContain(`<image:image><image:loc>http://localhost:3000/media/${path}</image:loc></image:image>`);
  }
  expect(await problemsOf(map)).toEqual([]);
  for (const none of ["posts-2024-01", "posts-2024-02-2", "posts-2024-13", "posts-2024-02-0", "x", "__proto__"]) {
    expect(await sitemapPart(none), none).toBeNull();
  }
});

test("a post with translations names all published ones, itself and which is for everybody else; one alone names none", async () => {
  const translationGroupId = crypto.randomUUID();
  const made = { status: "published", translationGroupId, publishedAt: day("2024-02-01") } as const;
  await makePost({ ...made, slug: "ferry", lang: "en" });
  await makePost({ ...made, slug: "faehre", lang: "de", publishedAt: day("2024-03-01") });
  await makePost({ ...made, slug: "bac", lang: "fr", status: "unpublished" });
  await makePost({ ...made, slug: "alone", lang: "de", translationGroupId: null });
  const map = await sitemapPart("posts-2024-02");
  const links = Array.from((map ?? "").matchAll(/<xhtml:link rel="alternate" hreflang="([^"]*)" href="([^"]*)"\/>/g), ([, ...link]) =>
    link.join(" "),
  );
  expect(links).toEqual(["de http://localhost:3000/faehre", "en http://localhost:3000/ferry", "x-default http://localhost:3000/ferry"]);
  expect(await problemsOf(map)).toEqual([]);
});

test("pages and categories have a map of their own, valid by the protocol's schema", async () => {
  await makePost({ slug: "imprint", kind: "page", status: "published" });
  await privateDb.category.create({ data: { name: "Sport", slug: "sport" } });
  const [pages, categories] = [await sitemapPart("pages"), await sitemapPart("categories")];
  expect([locations(pages), locations(categories)]).toEqual([["", "archive", "imprint"], ["category/sport"]]);
  expect([await problemsOf(pages), await problemsOf(categories)]).toEqual([[], []]);
});

test("news are the posts of two days, with title, language and the site's name, until the oldest is too old", async () => {
  const hours = (count: number) => new Date(Date.now() - count * 3_600_000);
  await makePost({ slug: "new", lang: "de-AT", title: "A & B <c>", status: "published", publishedAt: hours(1) });
  await makePost({ slug: "still-new", status: "published", publishedAt: hours(47) });
  await makePost({ slug: "old", status: "published", publishedAt: hours(49) });
  const scope = { sender: { ip: "", agent: "" }, shows: new Set<string>(), validUntil: undefined as Date | undefined };
  const map = await requestScope.run(scope, () => sitemapPart("news"));
  expect(locations(map)).toEqual(["new", "still-new"]);
  expect(map).toContain("<news:language>de</news:language>");
  expect(map).toContain("<news:title>A &amp; B &lt;c&gt;</news:title>");
  expect(scope.validUntil?.getTime()).toBeCloseTo(Date.now() + 3_600_000, -5);
  expect(await problemsOf(map)).toEqual([]);
  expect(["zh-TW", "zh", "pt-BR"].map(newsLanguage)).toEqual(["zh-tw", "zh-cn", "pt"]);
});

test("a month with more posts than a map may hold has several, without a gap or a double", async () => {
  // Two at each instant: the id decides between them.
  for (let nth = 0; nth < 7; nth++) {
    await makePost({ slug: `many-${nth}`, status: "published", publishedAt: new Date(Date.UTC(2020, 4, 31, 23, 59, Math.floor(nth / 2))) });
  }
  const parts = [];
  for (let part = 1; part <= 3; part++) parts.push((await sitemapPosts("2020-05", part, 3))?.map(({ slug }) => slug) ?? []);
  expect(parts.map(({ length }) => length)).toEqual([3, 3, 1]);
  expect(new Set(parts.flat()).size).toBe(7);
  expect(await sitemapPosts("2020-05", 4, 3)).toBeNull();
});

test("a post that appears or goes drops its month's map, and no other month's", async () => {
  const actor = await makeUser({ role: "editor" });
  const { id } = await makePost({ publishedAt: day("2024-02-01") });
  expect(await heardDuring(() => publishPost(actor, { id }))).toContain("list:month:2024-02");
  expect(await heardDuring(() => withdrawPost(actor, { id }))).toContain(tags.month(day("2024-02-20")));
  const shows = new Set<string>();
  await makePost({ status: "published", publishedAt: day("2024-02-01") });
  await requestScope.run({ sender: { ip: "", agent: "" }, shows }, () => sitemapPart("posts-2024-02"));
  expect([...shows].filter((tag) => tag !== tags.settings())).toEqual([tags.month(day("2024-02-20"))]);
});
