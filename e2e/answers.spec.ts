import { gunzipSync, brotliDecompressSync } from "node:zlib";
import { expect, test } from "@/e2e/fixtures";
import { ask, urlencoded, type RawQuestion } from "@/e2e/raw";
import { markChanged } from "@/lib/cache/changed";
import { privateDb } from "@/lib/db/private";
import { showingTags } from "@/lib/posts/showing";

const ID = "01890000-0000-7000-8000-000000000000";
const FORM = { "content-type": "application/x-www-form-urlencoded" };

test("a finished page has an ETag and answers 304 to who has it [C4]", async ({ site, publishedPost }) => {
  const { slug } = await publishedPost();
  for (const path of [`/${slug}`, "/", "/sitemap.xml", "/robots.txt", "/feed", "/feed/atom", "/feed/json", `/${slug}/feed`]) {
    const { headers } = await ask(site.url, { path });
    expect(headers.etag, path).toMatch(/^(W\/)?"[^"]+"$/);
    const again = await ask(site.url, { path, headers: { "if-none-match": headers.etag } });
    expect([again.status, again.body.length], path).toEqual([304, 0]);
    expect(again.headers.etag, path).toBe(headers.etag);
    expect((await ask(site.url, { path, headers: { "if-none-match": '"another"' } })).status, path).toBe(200);
  }
});

test("a page announces its feeds, which stand in one spelling and follow what is published and withdrawn [C3] [C4]", async ({
  site,
  page,
  publishedPost,
}) => {
  const { id, slug } = await publishedPost({ publishedAt: new Date() });
  await page.goto(`/${slug}`);
  const announced = await page
    .locator("link[rel=alternate][type]")
    .evaluateAll((links) => links.map((link) => `${link.getAttribute("type")} ${new URL(link.getAttribute("href") ?? "").pathname}`));
  expect(announced).toEqual([
    `application/rss+xml /${slug}/feed`,
    "application/rss+xml /feed",
    `application/atom+xml /${slug}/feed/atom`,
    `application/feed+json /${slug}/feed/json`,
  ]);
  for (const [written, right] of [
    [`//${slug.toUpperCase()}/Feed/`, `/${slug}/feed`],
    ["/feed/RSS2/", "/feed"],
    ["/%66eed/atom/", "/feed/atom"],
  ] as const) {
    const { status, headers } = await ask(site.url, { path: written });
    expect([status, headers.location], written).toEqual([308, right]);
  }
  const feed = async () => (await ask(site.url, { path: "/feed/json" })).body.toString();
  await expect.poll(feed).toContain(id);
  await privateDb.$transaction(async (tx) => {
    await tx.post.update({ where: { id }, data: { status: "unpublished" } });
    await markChanged(tx, ...(await showingTags(tx, { id, slug, kind: "post" })));
  });
  await expect.poll(feed).not.toContain(id);
});

test("a post without a picture is shared with a card of its own, kept for good by who asked; HEAD equals GET [C3] [C4]", async ({
  site,
  page,
  publishedPost,
}) => {
  const { id, slug } = await publishedPost({ title: "Gulls 🐦 & ferries" });
  await page.goto(`/${slug}`);
  const image = new URL((await page.locator('meta[property="og:image"]').getAttribute("content")) ?? "");
  expect(image.pathname).toMatch(new RegExp(`^/share/${id}/[0-9a-f]{16}\\.png$`));
  expect(
    await page
      .locator('meta[name="twitter:image"], meta[name="twitter:card"]')
      .evaluateAll((all) => all.map((meta) => meta.getAttribute("content"))),
  ).toEqual(expect.arrayContaining(["summary_large_image", image.href]));
  const [got, head] = [await ask(site.url, { path: image.pathname }), await ask(site.url, { path: image.pathname, method: "HEAD" })];
  expect(got.headers).toMatchObject({ "content-type": "image/png", "cache-control": "public, max-age=31536000, immutable" });
  expect([head.status, head.body.length, head.headers["content-length"]]).toEqual([200, 0, String(got.body.length)]);
  const former = await ask(site.url, { path: `/share/${id}/0000000000000000.png` });
  expect([former.status, former.headers.location]).toEqual([302, image.pathname]);
  for (const none of ["/share/x/y.png", `/share/${ID}/0.png`, "/share"])
    expect((await ask(site.url, { path: none })).status, none).toBe(404);
});

test("addresses of WordPress lead on in one hop, also misspelt; what is gone for good says so, and what never was does not [C1] [C4]", async ({
  site,
  publishedPost,
}) => {
  const { id, slug } = await publishedPost({ wordpressId: Math.floor(Math.random() * 1e8) + 1 });
  const { wordpressId } = await privateDb.post.findUniqueOrThrow({ where: { id }, select: { wordpressId: true } });
  await privateDb.redirect.create({ data: { slug: `old-${slug}`, postId: id } });
  for (const [written, right] of [
    [`/?p=${wordpressId}`, `/${slug}`],
    [`/index.php?utm_source=x&p=${wordpressId}`, `/${slug}`],
    [`/2012/08/15/${slug}/`, `/${slug}`],
    [`/2012/08/OLD-${slug}/?utm_source=x`, `/${slug}?utm_source=x`],
    [`//2012//08/%6fld-${slug}/Feed/`, `/${slug}/feed`],
    [`/${slug}/comment-page-2/`, `/${slug}`],
    ["/?feed=rss2", "/feed"],
    ["/?feed=comments-rss2", "/comments/feed"],
    ["/page/2/", "/"],
    ["/?s=gull", "/search?q=gull"],
  ] as const) {
    const { status, headers } = await ask(site.url, { path: written });
    expect([status, headers.location], written).toEqual([308, right]);
  }
  for (const none of [
    "/?p=999999999",
    "/wp-json/",
    "/wp-login.php",
    "/xmlrpc.php",
    "/2012/08/nothing/",
    "/formerly/1",
    "/wp-content/uploads/x.jpg",
  ]) {
    expect((await ask(site.url, { path: none })).status, none).toBe(404);
  }
  const gone = `gone-${slug}`;
  await privateDb.goneAddress.create({ data: { slug: gone } });
  for (const method of ["GET", "HEAD"]) expect((await ask(site.url, { path: `/${gone}`, method })).status).toBe(410);
  for (const path of [`/${gone}/`, `/${gone}/feed`, `/${gone}/feed/atom`]) expect((await ask(site.url, { path })).status, path).toBe(410);
  expect((await ask(site.url, { path: `/${gone}` })).body.toString()).toContain("taken off the site for good");
});

test("a page is sent compressed to who can read it so, and is the same page [C4]", async ({ site, publishedPost }) => {
  const { slug } = await publishedPost({ bodyHtml: "<p>Again and again.</p>".repeat(200) });
  const path = `/${slug}`;
  const plain = (await ask(site.url, { path })).body.toString();
  for (const [name, unpack] of [
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
  ] as const) {
    const { headers, body } = await ask(site.url, { path, headers: { "accept-encoding": name } });
    expect([headers["content-encoding"], headers.vary?.toLowerCase()]).toEqual([name, expect.stringContaining("accept-encoding")]);
    expect(unpack(body).toString()).toBe(plain);
    expect(body.length).toBeLessThan(plain.length / 3);
  }
});

test("HEAD equals GET without the body [C4]", async ({ site, publishedPost }) => {
  const { slug } = await publishedPost();
  for (const path of [`/${slug}`, "/", "/nothing-at-all", "/robots.txt", "/feed", "/nothing-at-all/feed", "/healthz", "/icon.svg"]) {
    const [got, head] = [await ask(site.url, { path }), await ask(site.url, { path, method: "HEAD" })];
    const { date: _date, connection: _connection, "keep-alive": _alive, "transfer-encoding": _chunked, ...expected } = got.headers;
    expect(head.status, path).toBe(got.status);
    expect(head.headers, path).toMatchObject(expected);
    expect(head.body.length, path).toBe(0);
  }
});

test("whatever a reader's browser sends along, the page is the same and no cookie comes back [C4]", async ({ site, publishedPost }) => {
  const { slug } = await publishedPost();
  const path = `/${slug}`;
  const plain = await ask(site.url, { path });
  const visitors = [
    { cookie: "session=1; NEXT_LOCALE=de; __prerender_bypass=1" },
    { "accept-language": "de-DE,de;q=0.9" },
    { host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
    { rsc: "1", "next-router-state-tree": "%5B%22%22%5D", "next-url": "/admin", "next-router-prefetch": "1" },
    { "x-middleware-subrequest": "middleware", "x-invoke-path": "/admin", "x-nextjs-data": "1", purpose: "prefetch" },
    { "user-agent": "Googlebot/2.1" },
  ];
  for (const headers of visitors) {
    const answer = await ask(site.url, { path, headers });
    expect([answer.status, answer.body.toString()], JSON.stringify(headers)).toEqual([200, plain.body.toString()]);
    expect(answer.headers["set-cookie"]).toBeUndefined();
  }
});

const LONG = "a".repeat(8_000);
const HOSTILE: RawQuestion[] = [
  ...[
    "/%E0%A4%A",
    "/%00",
    "/a%00b",
    "/a%2Fb",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/..%2f..%2fetc%2fpasswd",
    "//evil.example/",
    "/\\evil",
    "/;a=b",
  ],
  ...[
    "/%ff%fe",
    "/%c0%af",
    `/${LONG}`,
    `/?after=${LONG}`,
    "/?after=%",
    "/?after=%00&before=%00",
    "/?replies=-1",
    "/?replies=x",
    "/?replyto=x",
  ],
  ...[
    "/?after='%20or%201=1--",
    `/?${"a=1&".repeat(2000)}`,
    "/search?q=%00",
    "/__proto__",
    "/constructor",
    "/_next/../package.json",
    "/.env",
  ],
  ...[
    "/_next/image?url=http%3A%2F%2Fevil.example",
    "/_next/data/x/index.json",
    "/_next/static/x.js",
    "/islands/..%2fserve.mjs",
    "/islands/x.js",
  ],
  ...[`/media/${ID}/1e99.webp`, "/media/x/y", `/media/${ID}/320.webp`, `/media/${ID}/320.exe`, "/receipts/%00", `/receipts/${LONG}`],
  ...["/receipts/x", "/reply-form", "/admin/%E0%A4%A", "/admin/comments?status=x", "/api", "/api/replies?post=x", "/api/replies?post=%00"],
  ...[
    "/api/auth/session",
    "/api/auth/callback/credentials",
    "/api/nothing",
    "/refused/x",
    "/refused/%00",
    "/failed",
    "/missing",
    "/healthz?x=%00",
  ],
].map((path) => ({ path }));
const METHODS: RawQuestion[] = ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "TRACE"].flatMap((method) =>
  ["/", "/nothing-at-all", "/admin", "/api/replies", "/robots.txt", "/_next/static/x.js", "/healthz"].map((path) => ({ path, method })),
);
const HEADERS: RawQuestion[] = [
  { "next-action": "x" },
  { "next-action": "0".repeat(42), "content-type": "text/plain;charset=UTF-8" },
  { "if-none-match": `"${LONG}"` },
  { "if-none-match": "junk, W/, *" },
  { "accept-encoding": "br;q=zz, gzip;q=-1, \u00ff" },
  { range: "bytes=0-99999999999" },
  { "x-forwarded-for": ", ,junk, ::ffff:999.1.1.1" },
  { cookie: `next-auth.session-token=${"x".repeat(3000)}; =; a` },
  { accept: LONG },
  { expect: "100-continue" },
].flatMap((headers) => ["/", "/admin", "/api/replies"].map((path) => ({ path, headers })));
const BODIES: RawQuestion[] = [
  { headers: { "content-type": "application/json" }, body: "{" },
  { headers: { "content-type": "multipart/form-data" }, body: "x" },
  { headers: { "content-type": "multipart/form-data; boundary=" }, body: "--\r\n" },
  { headers: { "content-type": "multipart/form-data; boundary=b" }, body: "--b\r\ncontent-disposition: form-data\r\n\r\nx" },
  { headers: {}, body: "name=x" },
  { headers: FORM, body: "" },
  { headers: FORM, body: Buffer.from([0x6e, 0x3d, 0xff, 0xfe, 0x00]) },
  { headers: FORM, body: "body=%00&name=%00&email=%00&postId=%00&key=%00&parentId=%00" },
  { headers: FORM, body: "body=%ff&name=%c0%af&email=%E0%A4%A&%=%" },
  { headers: FORM, body: "__proto__=x&constructor=x&toString=x&postId[]=x" },
  { headers: FORM, body: "a=1&".repeat(20_000) },
  { headers: FORM, body: `body=${"x".repeat(300_000)}` },
  { headers: { ...FORM, "content-encoding": "gzip" }, body: "junk" },
].flatMap((question) =>
  ["/api/replies", `/api/replies?post=${ID}`, "/api/auth/sign-in", "/api/auth/forgot-password", "/api/media"].map((path) => ({
    path,
    method: "POST",
    ...question,
  })),
);

for (const [kind, questions] of Object.entries({ addresses: HOSTILE, methods: METHODS, headers: HEADERS, bodies: BODIES })) {
  test(`no hostile ${kind} get a 5xx, and every answer is guarded [C4] [C16]`, async ({ site, address }) => {
    const wrong: string[] = [];
    for (const question of questions) {
      const { status, headers } = await ask(site.url, { ...question, headers: { "x-forwarded-for": address, ...question.headers } });
      const problems = [...(status >= 500 || status < 200 ? [`status ${status}`] : []), ...unguarded(headers, "any")];
      if (problems.length)
        wrong.push(`${question.method ?? "GET"} ${question.path.slice(0, 60)} ${brief(question)}: ${problems.join(", ")}`);
    }
    expect(wrong).toEqual([]);
    expect((await ask(site.url, { path: "/healthz" })).status, "the site lives").toBe(200);
  });
}

test("bodies over 256 KB are refused before they are read, ten thousand emoji are not [C10]", async ({ site, address, publishedPost }) => {
  const { id } = await publishedPost();
  const fields = { postId: id, name: "Ada", email: "ada@example.org", body: "🙂".repeat(10_000) };
  const from = { "x-forwarded-for": address };
  const fits = urlencoded(fields);
  expect((await ask(site.url, { path: `/api/replies?post=${id}`, ...fits, headers: { ...fits.headers, ...from } })).status).toBe(303);
  const large = urlencoded({ ...fields, body: "x".repeat(263_000) });
  expect((await ask(site.url, { path: `/api/replies?post=${id}`, ...large, headers: { ...large.headers, ...from } })).status).toBe(413);
});

test("every kind of answer carries the headers of its kind [C16]", async ({ site, address, page, publishedPost }) => {
  const { id, slug } = await publishedPost();
  await page.goto(`/${slug}`);
  const files = await page
    .locator("link[rel=stylesheet], link[rel=icon], script[src]")
    .evaluateAll((elements) =>
      elements.map((element) => new URL(element.getAttribute("href") ?? element.getAttribute("src") ?? "", location.href).pathname),
    );
  expect(files.length).toBeGreaterThan(1);
  const reply = `/api/replies?post=${id}`;
  const readers: RawQuestion[] = [
    ...[
      `/${slug}`,
      "/",
      "/nothing-at-all",
      "/%00",
      reply,
      "/robots.txt",
      "/sitemap.xml",
      "/healthz",
      "/readyz",
      "/api/nothing",
      ...files,
    ].map((path) => ({ path })),
    { path: "/", method: "POST" },
    { path: reply, ...urlencoded({ postId: id }) },
    { path: reply, ...urlencoded({ postId: id }), headers: { ...FORM, accept: "application/json" } },
    { path: reply, ...urlencoded({ postId: id }), headers: { ...FORM, origin: "https://evil.example" } },
    { path: reply, method: "POST", headers: { "content-type": "application/json" }, body: "{}" },
    { path: reply, method: "POST", headers: FORM, body: "x".repeat(300_000) },
  ];
  const newsroom: RawQuestion[] = ["/admin", "/admin/sign-in", "/admin/nothing-at-all"].map((path) => ({ path }));
  const wrong: string[] = [];
  for (const [kind, questions] of Object.entries({ readers, newsroom }) as ["readers" | "newsroom", RawQuestion[]][]) {
    for (const question of questions) {
      const { headers } = await ask(site.url, { ...question, headers: { "x-forwarded-for": address, ...question.headers } });
      const problems = unguarded(headers, kind);
      if (problems.length) wrong.push(`${question.method ?? "GET"} ${question.path}: ${problems.join(", ")}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** What a set of headers lacks of CONTRACT.md 16. */
function unguarded(headers: RawHeaders, kind: "readers" | "newsroom" | "any"): string[] {
  const lacking: string[] = [];
  const check = (name: string, isRight: boolean) => {
    if (!isRight) lacking.push(`${name}: ${String(headers[name.toLowerCase()])}`);
  };
  check("X-Content-Type-Options", headers["x-content-type-options"] === "nosniff");
  check("Referrer-Policy", /^(same-origin|strict-origin-when-cross-origin)$/.test(String(headers["referrer-policy"])));
  check("X-Powered-By", headers["x-powered-by"] === undefined);
  if (!String(headers["content-type"]).startsWith("text/html")) return lacking;
  const policy = String(headers["content-security-policy"]);
  const source = (directive: string) => new RegExp(`(?:^|; ?)${directive} ([^;]+)`).exec(policy)?.[1] ?? "";
  check("Content-Security-Policy", source("script-src") !== "" && !/unsafe-(inline|eval)/.test(source("script-src")));
  check("Content-Security-Policy", source("object-src") === "'none'");
  check(
    "Content-Security-Policy",
    ["base-uri", "form-action", "frame-ancestors"].every((directive) => source(directive) !== ""),
  );
  if (kind === "readers") check("Content-Security-Policy", source("style-src") === "'self'" && source("script-src") === "'self'");
  check("Permissions-Policy", !!headers["permissions-policy"]);
  check("Cross-Origin-Opener-Policy", !!headers["cross-origin-opener-policy"]);
  return lacking;
}
type RawHeaders = Record<string, string | string[] | undefined>;

function brief({ headers, body }: RawQuestion): string {
  return `${JSON.stringify(headers ?? {}).slice(0, 80)} ${String(body ?? "").slice(0, 30)}`;
}
