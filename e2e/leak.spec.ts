import { createHash } from "node:crypto";
import { expect, test } from "@/e2e/fixtures";
import { ask, urlencoded } from "@/e2e/raw";
import { privateDb } from "@/lib/db/private";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const JSON_ANSWER = { accept: "application/json" };

test("an address that somebody typed is found in no public byte and no log line", async ({ site, address, publishedPost, signedInAs }) => {
  const canary = (place: string) => `Kanarie.${place}.${Math.random().toString(36).slice(2, 10)}@Vogel-${place}.example`;
  const [author, reader, answered, stranger, setting] = [
    canary("author"),
    canary("reader"),
    canary("answered"),
    canary("stranger"),
    canary("set"),
  ];
  const { id: userId } = await makeUser({ email: author.toLowerCase(), name: "Ada Lovelace" });
  await privateDb.setting.create({ data: { key: `canary-${Date.now()}`, value: setting } });
  const post = await publishedPost({ authors: { create: { userId, position: 0 } } });
  await makePost({ status: "published", related: { create: { relatedId: post.id, position: 0 } } });
  await makeComment({ postId: post.id, status: "approved" });

  const heard: string[] = [];
  const send = async (path: string, fields: Record<string, string>, headers: Record<string, string>) => {
    const form = urlencoded(fields);
    const answer = await ask(site.url, { path, ...form, headers: { ...form.headers, "x-forwarded-for": address, ...headers } });
    heard.push(JSON.stringify(answer.headers), answer.body.toString());
    return answer;
  };
  const reply = `/api/replies?post=${post.id}`;
  const typed = { postId: post.id, name: "Grace", body: "Thank you.", email: reader };
  expect((await send(reply, { ...typed, key: "one" }, JSON_ANSWER)).status).toBe(201);
  expect((await send(reply, { ...typed, key: "two" }, JSON_ANSWER)).status, "twice").toBe(409);
  const sent = await send(reply, { ...typed, email: answered, body: "Me too." }, {});
  expect(sent.status).toBe(303);
  await send("/api/auth/sign-in", { email: stranger, password: "wrong" }, JSON_ANSWER);
  await send("/api/auth/forgot-password", { email: author }, JSON_ANSWER);

  // One of the two is public, decided as a moderator decides it.
  const { page } = await signedInAs("moderator");
  await page.goto("/admin/comments?status=pending");
  const row = page.locator("tr, li, article", { hasText: "Me too." }).filter({ has: page.getByRole("button", { name: "Approve" }) });
  await row.getByRole("button", { name: "Approve" }).first().click();
  await expect.poll(async () => (await ask(site.url, { path: `/${post.slug}` })).body.toString()).toContain("Me too.");
  heard.push(await page.content());

  const receipt = new URL(String(sent.headers.location), site.url).pathname;
  const seeds = [
    "/",
    `/${post.slug}`,
    `/${post.slug}?replyto=x`,
    "/robots.txt",
    "/sitemap.xml",
    "/nothing-here",
    "/%00",
    reply,
    receipt,
    "/admin",
    "/admin/sign-in",
  ];
  const seen = await crawl(site.url, [...seeds, "/healthz", "/readyz", "/search?q=kanarie", "/api/nothing", "/feed.xml"]);
  expect(seen.size, "addresses crawled").toBeGreaterThan(20);
  heard.push(...seen.values(), site.log());

  const found = [author, reader, answered, stranger, setting].flatMap((email) =>
    spellings(email)
      .filter(([, needle]) => heard.some((text) => text.includes(needle)))
      .map(([name]) => `${email} ${name}`),
  );
  expect(found).toEqual([]);
});

test("the search for an address finds it where it is", () => {
  const email = "Kanarie.test@Vogel.example";
  const page = `<p>${Buffer.from(`x${email.toLowerCase()}`).toString("base64")}</p>`;
  expect(
    spellings(email)
      .filter(([, needle]) => page.includes(needle))
      .map(([name]) => name),
  ).toContain("base64, shifted by 1");
});

/** Everything that is reached from these paths at this site: each as a page, as Flight, and as JSON; by address and kind. */
async function crawl(origin: string, seeds: string[]): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const waiting = [...seeds];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path) || path.startsWith("/api/auth/sign-out")) continue;
    const { headers, body } = await ask(origin, { path });
    seen.set(path, JSON.stringify(headers) + body.toString());
    if (seen.size > 600) throw new Error("The crawl does not end.");
    waiting.push(...linksIn(body.toString(), origin));
    if (/\.(js|css)$/.test(path)) waiting.push(`${path}.map`);
    else
      for (const [kind, asked] of [
        ["flight", { rsc: "1" }],
        ["json", JSON_ANSWER],
      ] as const) {
        const other = await ask(origin, { path, headers: asked });
        seen.set(`${path} as ${kind}`, JSON.stringify(other.headers) + other.body.toString());
      }
  }
  return seen;
}

function linksIn(text: string, origin: string): string[] {
  const found = text.matchAll(/(?:href|src|action)="([^"]+)"|srcset="([^" ]+)|<loc>([^<]+)<|(\/islands\/[\w.-]+)/gi);
  return [...found].flatMap(([, ...groups]) => {
    const link = groups.find(Boolean)?.replaceAll("&amp;", "&") ?? "";
    if (!URL.canParse(link, origin)) return [];
    const url = new URL(link, origin);
    return url.origin === origin ? [url.pathname + url.search] : [];
  });
}

/** Every way in which an address might stand somewhere, with its name: as typed and as stored, whole and by its local part. */
function spellings(email: string): [name: string, needle: string][] {
  return [email, email.toLowerCase()].flatMap((text): [string, string][] => {
    const local = text.slice(0, text.indexOf("@"));
    const hashes = ["md5", "sha1", "sha256"].flatMap((name): [string, string][] => {
      const digest = createHash(name).update(text).digest();
      return [
        [`${name} hex`, digest.toString("hex")],
        [`${name} base64`, digest.toString("base64").replace(/=+$/, "")],
        [`${name} base64url`, digest.toString("base64url")],
      ];
    });
    return [
      ["plain", text],
      ["local part", local],
      ["upper case", text.toUpperCase()],
      ["URL-encoded", encodeURIComponent(text)],
      ["HTML-escaped", text.replace("@", "&#64;")],
      ["HTML-escaped, hex", text.replace("@", "&#x40;")],
      ["reversed", Array.from(text).reverse().join("")],
      ["hex", Buffer.from(text).toString("hex")],
      ...[0, 1, 2].map((shift): [string, string] => [`base64, shifted by ${shift}`, base64Core(text, shift)]),
      ...hashes,
    ];
  });
}

/** The characters of a base64 text that do not depend on what stands before and after, `shift` bytes into a group of three. */
function base64Core(text: string, shift: number): string {
  const encoded = Buffer.from("x".repeat(shift) + text)
    .toString("base64")
    .replace(/=+$/, "");
  return encoded.slice(shift === 0 ? 0 : shift + 1, -1);
}
