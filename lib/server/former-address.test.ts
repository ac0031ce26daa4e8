import fc from "fast-check";
import { expect, test } from "vitest";
import { formerPath, formerQuery } from "@/lib/server/former-address";

test.each([
  ["/2012/08/a-post", "/a-post"],
  ["/2012/08/15/a-post", "/a-post"],
  ["/2012/08/15/a-post/feed", "/a-post/feed"],
  ["/2012/08/a-post/feed/atom", "/a-post/feed/atom"],
  ["/2012/08/a-post/comment-page-3", "/a-post"],
  ["/a-post/comment-page-2", "/a-post"],
  ["/2012/08/mein_alter_post", "/mein-alter-post"],
  ["/2012/08/%c3%bcber-b%C3%BCcher", "/ueber-buecher"],
  [`/2012/08/${"wort-".repeat(30)}ende`, `/${"wort-".repeat(23)}wort`],
  ["/ueber-uns/team", "/team"],
  ["/sport/lokal/a-post/feed", "/a-post/feed"],
  ["/%C3%BCber-uns", "/ueber-uns"],
  ["/2012/08", "/archive/2012-08"],
  ["/2012/08/page/2", "/archive/2012-08"],
  ["/2012/08/15", "/archive/2012-08"],
  ["/2012", "/archive"],
  ["/index.php", "/"],
  ["/index.php/2012/08/a-post", "/a-post"],
  ["/2012/08/a-post.html", "/a-post"],
  ["/sport/lokal/a-post.htm", "/a-post"],
  ["/a-post.html/feed", "/a-post/feed"],
  ["/archives/123", "/formerly/123"],
  ["/index.php/archives/123", "/formerly/123"],
  ["/archives/2012/08/a-post", "/a-post"],
  ["/page/7", "/"],
  ["/category/sport/page/2", "/category/sport"],
  ["/category/sport/football", "/category/football"],
  ["/category/sport/football/feed/rss2", "/category/football/feed/rss2"],
  ["/tag/x/page/2", "/tag/x"],
  ["/author/ada/page/2", "/author/ada"],
  ["/index.php/comments/feed", "/comments/feed"],
  ["/wp-commentsrss2.php", "/comments/feed"],
  ["/wp-atom.php", "/feed/atom"],
  ["/wp-rss2.php", "/feed"],
])("WordPress's %s leads to %s", (path, ours) => expect(formerPath(path)).toBe(ours));

test.each([
  "/a-post",
  "/wp-json",
  "/wp-json/oembed",
  "/wp-login.php/x",
  "/2012/8",
  "/2012/a-post",
  "/a.php/b",
  "/a.html/b",
  "/.html",
  "/archives",
  "/a/b%2fc",
  "/a/%c3",
  "/category",
  "/wp-content/uploads/2012/08/x.jpg",
])("%s leads nowhere else", (path) => expect(formerPath(path)).toBeNull());

test("a name in other letters leads to a place that no other name has, in whatever case it is encoded", () => {
  const at = (...names: string[]) => names.map((name) => formerPath(`/2012/08/${encodeURIComponent(name)}`));
  const places = at("привет", "τέλος", "日本語", "привет-2020", "пока-2020");
  for (const place of places) expect(place).toMatch(/^\/former-[0-9a-f]{32}$/);
  expect(new Set(places).size).toBe(places.length);
  expect(formerPath("/2012/08/15/%d0%bf%d1%80%d0%b8%d0%b2%d0%b5%d1%82/feed")).toBe(`${places[0]}/feed`);
  expect(at("Привет", "привет")).toEqual([places[0], places[0]]);
});

test("a query of the front page leads to what it named; others are left alone", () => {
  expect(formerQuery("/", "?p=123")).toBe("/formerly/123");
  expect(formerQuery("/index.php", "?utm_source=x&page_id=7")).toBe("/formerly/7");
  expect(formerQuery("/", "?feed=rss2")).toBe("/feed");
  expect(formerQuery("/", "?feed=comments-rss2")).toBe("/comments/feed");
  expect(formerQuery("/", "?feed=comments-atom")).toBe("/comments/feed/atom");
  expect(formerQuery("/", "?s=Möwe+&+Co")).toBe("/search?q=M%C3%B6we+");
  expect(formerQuery("/", "?category_name=sport")).toBe("/category/sport");
  expect(formerQuery("/", "?name=a_post")).toBe("/a-post");
  expect(formerQuery("/", "?name=%d0%bf%d1%80%d0%b8%d0%b2%d0%b5%d1%82")).toBe(formerPath("/2012/08/%d0%bf%d1%80%d0%b8%d0%b2%d0%b5%d1%82"));
  for (const query of [
    "",
    "?p=0",
    "?p=x",
    "?p=../x",
    "?after=1-x",
    "?__proto__=1",
    "?p=1234567890",
    "?name=",
    "?name=Ada",
    "?name=a+b",
    "?name=%20",
    "?name=---",
  ])
    expect(formerQuery("/", query), query).toBeNull();
  expect(formerQuery("/a-post", "?p=123")).toBeNull();
});

test("whatever is asked for, the answer is a path of this site", () => {
  const part = fc.oneof(fc.constantFrom("feed", "page", "category", "2012", "08", "comments", "index.php", "..", "7"), fc.string());
  fc.assert(
    fc.property(fc.array(part.map(encodeURIComponent)), (parts) => {
      expect(formerPath(`/${parts.join("/")}`) ?? "/").toMatch(/^\/(?!\/)/);
    }),
  );
});
