import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { indexNowKey } from "@/lib/index-now/key";
import { validUntil } from "@/lib/server/bridge";
import { serveBefore } from "@/lib/testing/fake-next";

let site: Awaited<ReturnType<typeof serveBefore>>;
const serve = async (...given: Parameters<typeof serveBefore>) => (site = await serveBefore(...given));
afterEach(() => site.close());

const ours = { origin: "http://localhost:3000" };
const form = { "content-type": "application/x-www-form-urlencoded" };
const shown = (tag: string) => (asked: { scope: { shows?: Set<string> } }) => {
  asked.scope.shows?.add(tag);
  return {};
};

test("a shared page is made once, has an ETag, and answers 304 to who holds it [C4]", async () => {
  const { send, asked } = await serve(shown("post:1"));
  const first = await send("/a");
  expect(first).toMatchObject({ status: 200, headers: { "cache-control": "public, max-age=0, must-revalidate" } });
  const second = await send("/a", { headers: { "if-none-match": `W/${first.headers.etag}` } });
  expect(second).toMatchObject({ status: 304, body: "" });
  expect(second.headers["content-type"]).toBeUndefined();
  expect(asked).toHaveLength(1);
});

test("who holds just this version by its date is answered 304; an ETag says more than a date", async () => {
  const { send } = await serve((asked) => ({ ...shown("post:1")(asked), headers: { "last-modified": "Sat, 28 Nov 2026 08:00:00 GMT" } }));
  const { headers } = await send("/feed");
  const since = (date: string, more = {}) => send("/feed", { headers: { "if-modified-since": date, ...more } });
  expect(headers["last-modified"]).toBe("Sat, 28 Nov 2026 08:00:00 GMT");
  expect(await since("Sat, 28 Nov 2026 08:00:00 GMT")).toMatchObject({ status: 304, body: "" });
  for (const date of ["Sat, 28 Nov 2026 09:00:00 GMT", "Sat, 28 Nov 2026 07:00:00 GMT", "junk", ""]) {
    expect((await since(date)).status, date).toBe(200);
  }
  expect((await since("Sat, 28 Nov 2026 08:00:00 GMT", { "if-none-match": '"another"' })).status).toBe(200);
});

test("IndexNow's key stands in the file of its name, and in no other", async () => {
  const { send } = await serve(() => ({ status: 404 }));
  const key = indexNowKey();
  expect(await send(`/${key}.txt`)).toMatchObject({ status: 200, body: key, headers: { "content-type": "text/plain; charset=utf-8" } });
  expect(await send(`/${key}.txt`, { method: "HEAD" })).toMatchObject({ status: 200, body: "" });
  expect((await send(`/${"0".repeat(32)}.txt`)).status).toBe(404);
});

test("a changed page is made anew under another ETag", async () => {
  let title = "one";
  const { send, pages } = await serve((asked) => ({ ...shown("post:1")(asked), body: `<title>${title}</title>` }));
  const before = await send("/a");
  title = "two";
  pages.drop("post:1");
  const after = await send("/a", { headers: { "if-none-match": String(before.headers.etag) } });
  expect(after).toMatchObject({ status: 200, body: "<title>two</title>" });
});

test("a page that is true until a certain instant is made anew then, and who holds it is sent the new one", async () => {
  const end = Date.now() + 150;
  const { send } = await serve((asked) => {
    const isOpen = Date.now() < end;
    if (isOpen) validUntil(new Date(end));
    return { ...shown("post:1")(asked), body: isOpen ? "open" : "closed" };
  });
  const open = await send("/a");
  expect(open.body).toBe("open");
  const headers = { "if-none-match": String(open.headers.etag) };
  expect((await send("/a", { headers })).status).toBe(304);
  await vi.waitFor(async () => expect(await send("/a", { headers })).toMatchObject({ status: 200, body: "closed" }));
});

test("HEAD has the headers of GET and no body, from memory and when made now [C4]", async () => {
  const { send } = await serve(shown("post:1"));
  for (const path of ["/a", "/a", "/unkept?replies=2"]) {
    const { headers: head, body, status } = await send(path, { method: "HEAD" });
    const { headers: get } = await send(path);
    expect([status, body]).toEqual([200, ""]);
    expect({ ...head, date: "", connection: "" }).toEqual({ ...get, date: "", connection: "" });
  }
});

test("HEAD of a picture and of the process's state has the headers of GET too [C4]", async () => {
  const { send } = await serve(() => ({ headers: { "content-type": "image/webp" }, body: "picture" }));
  for (const path of ["/media/1/320.webp", "/healthz"]) {
    const { headers: head, body } = await send(path, { method: "HEAD" });
    const { headers: get } = await send(path);
    expect(body).toBe("");
    expect({ ...head, date: "", connection: "" }).toEqual({ ...get, date: "", connection: "" });
  }
});

test("a page stands at no address of Next's own: neither as its script data nor as its error page [C1][C4]", async () => {
  const { send } = await serve(({ url }) => {
    if (url === "/missing") return { body: "nothing here" };
    return url.startsWith("/_") ? { status: 500 } : { headers: { "content-type": "text/x-component" }, body: "flight" };
  });
  for (const path of ["/a.rsc", "/receipts/key.rsc", "/_global-error", "/_global-error.rsc", "/_not-found"]) {
    expect(await send(path)).toMatchObject({ status: 404, body: "nothing here" });
  }
});

test("an expectation that nobody meets is 417, with the headers of every answer [C16]", async () => {
  const { send } = await serve();
  const answer = await send("/a", { headers: { expect: "tea", connection: "close" } });
  expect(answer).toMatchObject({ status: 417, headers: { "x-content-type-options": "nosniff", "referrer-policy": expect.any(String) } });
});

test("nothing that a visitor sends reaches a shared page [C4]", async () => {
  const { send, asked } = await serve();
  const header = fc.constantFrom(
    "cookie",
    "accept-language",
    "user-agent",
    "host",
    "x-forwarded-host",
    "x-forwarded-for",
    "rsc",
    "next-action",
    "next-router-state-tree",
    "x-middleware-subrequest",
    "x-invoke-path",
    "authorization",
    "accept",
    "content-security-policy",
    "referer",
    "forwarded",
    "x-matched-path",
    "range",
    "if-none-match",
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(header, fc.constant("canary-4711")), async (headers) => {
      asked.length = 0;
      const { headers: answered, body, status } = await send("/a?canary-4711=1", { headers });
      expect(status).toBe(200);
      expect(JSON.stringify([answered, body])).not.toContain("canary");
      for (const { headers: seen, url, scope } of asked) {
        expect(JSON.stringify([seen, url, scope])).not.toContain("canary");
        expect(Object.keys(seen).sort()).toEqual([
          "accept",
          "content-security-policy",
          "host",
          "user-agent",
          "x-forwarded-host",
          "x-forwarded-proto",
        ]);
        expect(seen.host).toBe("localhost:3000");
      }
    }),
    { numRuns: 60 },
  );
});

test("a page that sets a cookie is not kept, and the cookie does not go out", async () => {
  const { send, asked } = await serve((seen) => ({ ...shown("post:1")(seen), headers: { "set-cookie": "id=1" } }));
  expect((await send("/a")).headers["set-cookie"]).toBeUndefined();
  await send("/a");
  expect(asked).toHaveLength(2);
});

test("another spelling leads to the page in one hop, with its query [C1]", async () => {
  const { send } = await serve((asked) =>
    asked.url === "/old" ? { status: 308, headers: { location: "/new" }, body: "" } : asked.url === "/gone" ? { status: 404 } : {},
  );
  expect(await send("/A-Post/?utm=1")).toMatchObject({ status: 308, headers: { location: "/a-post?utm=1" } });
  expect(await send("//a-post")).toMatchObject({ status: 308, headers: { location: "/a-post" } });
  expect(await send("/OLD/?utm=1")).toMatchObject({ status: 308, headers: { location: "/new?utm=1" } });
  expect(await send("/Gone/")).toMatchObject({ status: 404 });
});

test("unknown addresses share one page, however many there are", async () => {
  const { send, asked } = await serve((seen) =>
    seen.url === "/missing" ? shown("settings")(seen) : { ...shown(`missing:${seen.url}`)(seen), status: 404 },
  );
  for (const path of ["/x", "/y", "/x", "/missing", "/failed", "/refused/tooLarge"]) {
    expect(await send(path)).toMatchObject({ status: 404, body: "<!DOCTYPE html><title>/missing</title>" });
  }
  expect(asked.map(({ url }) => url)).toEqual(["/x", "/missing", "/y"]);
});

test("a defect is 500 with the request's id, an outage 503 with the reason and when to try again [C4]", async () => {
  const { send } = await serve(({ url, scope }) => {
    if (url === "/failed") return { body: "<p>{request-id}</p>" };
    if (url === "/away") scope.isOutage = true;
    return url.startsWith("/refused") ? {} : { status: 500 };
  });
  expect(await send("/broken")).toMatchObject({
    status: 500,
    body: expect.stringMatching(/^<p>[0-9a-f-]{36}<\/p>$/),
    headers: { "cache-control": "no-store" },
  });
  expect(await send("/away")).toMatchObject({
    status: 503,
    body: expect.stringContaining("/refused/unavailable"),
    headers: { "retry-after": "30" },
  });
});

test("even with nothing of Next left, a person reads what happened", async () => {
  const { send } = await serve(() => Promise.reject(new Error("gone")));
  expect(await send("/a")).toMatchObject({ status: 500, body: expect.stringContaining("<h1>") });
});

test.each(["/%00", "/a%2Fb", "/%E0%A4%A"])("%s is 400, not 5xx [C4]", async (path) => {
  const { send } = await serve();
  expect(await send(path)).toMatchObject({ status: 400, body: expect.stringContaining("/refused/unreadable") });
});

test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])(
  "%s on a page is 405 and says what is allowed [C15]",
  async (method) => {
    const { send, asked } = await serve();
    const path = method === "OPTIONS" ? "/receipts/x" : "/a";
    expect(await send(path, { method, headers: form })).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
    expect(asked.map(({ url }) => url)).toEqual(["/refused/methodNotAllowed"]);
  },
);

test.each(["null", "http://evil.example", "https://localhost:3000"])(
  "a form from %s is 403 and reaches no route [C11] [C15]",
  async (origin) => {
    const { send, asked } = await serve();
    expect(await send("/api/replies", { method: "POST", headers: { ...form, origin }, body: "a=1" })).toMatchObject({ status: 403 });
    expect(asked.some(({ url }) => url.startsWith("/api"))).toBe(false);
  },
);

test("a reader's form needs no Origin; what only the newsroom sends does [C15]", async () => {
  const { send } = await serve();
  const cookie = "session=x";
  expect(await send("/api/replies", { method: "POST", headers: form, body: "a=1" })).toMatchObject({ status: 200 });
  for (const path of ["/admin", "/api/media"]) {
    expect(await send(path, { method: "POST", headers: { ...form, cookie }, body: "a=1" })).toMatchObject({ status: 403 });
  }
});

test("a body that is no form is 415 [C10]", async () => {
  const { send } = await serve();
  expect(await send("/api/replies", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" })).toMatchObject({
    status: 415,
  });
});

test.each([
  ["/api/replies", 256],
  ["/admin", 4096],
])("a body over the limit of %s is 413, with and without its length told [C10]", async (path, kilobytes) => {
  const { send, asked } = await serve();
  const headers = { ...ours, cookie: "session=x", "content-type": path === "/admin" ? "text/plain" : "application/x-www-form-urlencoded" };
  const body = Buffer.alloc(kilobytes * 1024 + 1, "1");
  const lengths: Record<string, string>[] = [{ "content-length": String(body.length) }, { "transfer-encoding": "chunked" }];
  for (const length of lengths) {
    const answer = await send(path, { method: "POST", headers: { ...headers, ...length }, body });
    expect(answer).toMatchObject({ status: 413, body: expect.stringContaining("/refused/tooLarge") });
  }
  expect(await send(path, { method: "POST", headers, body: body.subarray(1) })).toMatchObject({ status: 200 });
  expect(asked.at(-1)?.body).toHaveLength(kilobytes * 1024);
});

test("an action needs a session and a body that can be one; only then does Next see it", async () => {
  const { send, asked } = await serve();
  const action = { ...ours, "next-action": "x", "content-type": "text/plain;charset=UTF-8" };
  expect(await send("/admin", { method: "POST", headers: action, body: "[]" })).toMatchObject({ status: 403, body: "signedOut" });
  const signedIn = { ...action, cookie: "a=b; session=x" };
  expect(await send("/admin", { method: "POST", headers: signedIn, body: "{junk" })).toMatchObject({ status: 400 });
  expect(asked.some(({ url }) => url === "/admin")).toBe(false);
  expect(await send("/admin", { method: "POST", headers: signedIn, body: "[]" })).toMatchObject({ status: 200 });
  expect(asked.at(-1)).toMatchObject({ url: "/admin", body: "[]", headers: { "next-action": "x", cookie: "a=b; session=x" } });
});

test("an action that fails before its own code runs was sent wrongly: 400, not 500 [C4]", async () => {
  let hasBegun = false;
  const { send } = await serve(({ url, scope }) => {
    if (hasBegun) scope.action = "begun";
    return url === "/admin" ? { status: 500 } : {};
  });
  const headers = { ...ours, cookie: "session=x", "next-action": "x", "content-type": "text/plain" };
  expect(await send("/admin", { method: "POST", headers, body: '["$F1"]' })).toMatchObject({ status: 400 });
  hasBegun = true;
  expect(await send("/admin", { method: "POST", headers, body: "[]" })).toMatchObject({ status: 500 });
});

test("the newsroom's scripts carry a nonce, readers' pages have none and allow none but files [C16]", async () => {
  const { send, asked } = await serve();
  const newsroom = await send("/admin", { headers: { "content-security-policy": "script-src 'nonce-mine'" } });
  const [, nonce] = /'nonce-(\w+)'/.exec(String(newsroom.headers["content-security-policy"])) ?? [];
  expect(asked.at(-1)?.headers["content-security-policy"]).toBe(`script-src 'nonce-${nonce}'`);
  const policy = String((await send("/a")).headers["content-security-policy"]);
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self';");
  expect(policy + String(newsroom.headers["content-security-policy"])).not.toMatch(/script-src[^;]*unsafe/);
});

test("a refused form comes back as its page, with the refusal in it, kept nowhere [C7]", async () => {
  const refused = { ok: false as const, error: "invalid" as const, typed: { body: "Danke!" } };
  const { send, asked } = await serve(({ url, scope }) => {
    if (url.startsWith("/api")) scope.again = { path: "/a?replyto=1", status: 422, refused };
    return {
      ...(url.startsWith("/api") && { headers: { "retry-after": "7" }, status: 422, body: "" }),
      ...(scope.refused && { body: scope.refused.typed.body }),
    };
  });
  const answer = await send("/api/replies", { method: "POST", headers: { ...form, cookie: "a=b" }, body: "a=1" });
  expect(answer).toMatchObject({ status: 422, body: "Danke!", headers: { "cache-control": "no-store", "retry-after": "7" } });
  expect(asked.at(-1)).toMatchObject({ url: "/a?replyto=1", method: "GET" });
  expect(asked.at(-1)?.headers.cookie).toBeUndefined();
});

test("while the database is away a form keeps its text, under 503", async () => {
  const { send } = await serve(({ url, scope }) => {
    if (!url.startsWith("/api")) return { body: `${url}: ${scope.refused?.error} ${scope.refused?.typed.body}` };
    Object.assign(scope, { fallback: { path: "/reply-form", typed: { body: "Danke!" } }, isOutage: true });
    return { status: 500 };
  });
  const answer = await send("/api/replies", { method: "POST", headers: form, body: "a=1" });
  expect(answer).toMatchObject({ status: 503, body: "/reply-form: unavailable Danke!" });
  const json = await send("/api/replies", { method: "POST", headers: { ...form, accept: "application/json" }, body: "a=1" });
  expect(json).toMatchObject({ status: 503, body: JSON.stringify({ ok: false, error: "unavailable" }) });
});

test("what one link opens is made for one person each time, and kept nowhere [C8]", async () => {
  const { send, asked } = await serve(({ scope }) => ({ body: scope.sender.ip }));
  const headers = { "x-forwarded-for": "203.0.113.9", cookie: "a=b" };
  const answer = await send("/receipts/key", { headers });
  expect(answer).toMatchObject({ status: 200, body: "203.0.113.9" });
  expect(answer.headers).toMatchObject({ "cache-control": "no-store", "x-robots-tag": "noindex", "referrer-policy": "same-origin" });
  await send("/receipts/key", { headers });
  expect(asked).toHaveLength(2);
  expect(asked[0]?.headers.cookie).toBeUndefined();
});

test.each(["/a", "/gone", "/broken", "/%00", "/admin", "/api/x", "/receipts/x", "/_next/static/x.js", "/healthz", "/readyz", "/media/x"])(
  "%s carries the headers of every answer [C16]",
  async (path) => {
    const { send } = await serve(({ url }) => ({ status: url === "/gone" ? 404 : url === "/broken" ? 500 : 200 }));
    const { headers } = await send(path);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": expect.stringMatching(/^(same-origin|strict-origin-when-cross-origin)$/),
    });
    expect(headers["x-powered-by"]).toBeUndefined();
    if (!String(headers["content-type"]).startsWith("text/html")) return;
    for (const part of ["script-src", "style-src", "object-src 'none'", "base-uri", "form-action", "frame-ancestors"]) {
      expect(headers["content-security-policy"]).toContain(part);
    }
    const isShared = ["/a", "/gone", "/broken", "/%00", "/_next/static/x.js"].includes(path);
    expect(headers).toMatchObject({
      "permissions-policy": expect.any(String),
      "cross-origin-opener-policy": isShared ? "unsafe-none" : "same-origin",
    });
  },
);

test("the process says that it lives, and that it can work [C17]", async () => {
  const { send } = await serve();
  for (const path of ["/healthz", "/readyz"]) {
    expect(await send(path)).toMatchObject({ status: 200, body: '{"status":"ok"}', headers: { "content-type": "application/json" } });
  }
});
