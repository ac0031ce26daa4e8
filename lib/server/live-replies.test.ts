import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { afterEach, expect, test, vi } from "vitest";
import type { LiveReads } from "@/lib/server/live-replies";
import { serveBefore } from "@/lib/testing/fake-next";

const POST = "0193a000-0000-7000-8000-000000000001";
const OTHER = "0193a000-0000-7000-8000-000000000002";

let site: Awaited<ReturnType<typeof serveBefore>>;
const open: IncomingMessage[] = [];
afterEach(async () => {
  for (const stream of open.splice(0)) stream.destroy();
  await site.close();
});

/** A site with two posts' threads as the test sets them, and how often they were read. */
async function serve() {
  const counts = new Map([
    [POST, 3],
    [OTHER, 0],
  ]);
  const asked: string[][] = [];
  const state = { isAway: false };
  const gone = new Set<string>();
  const reads: LiveReads = {
    threads: (postIds) => {
      asked.push(postIds);
      if (state.isAway) return Promise.reject(new Error("away"));
      return Promise.resolve(
        new Map(postIds.flatMap((id) => (counts.has(id) ? [[id, { slug: "a", lang: "en", count: counts.get(id) ?? 0 }]] : []))),
      );
    },
    visible: (ids) => Promise.resolve(new Set(ids.filter((id) => !gone.has(id)))),
    phrase: () => Promise.resolve((count) => `${count} new`),
  };
  site = await serveBefore(undefined, reads);
  return { counts, gone, asked, state };
}

/** Opens the events of a post, as an open page does. */
async function listenTo({ post = POST, since = 3, from = "192.0.2.1" } = {}) {
  const path = `/api/replies/events?post=${post}&since=${since}`;
  const sent = request({ host: "127.0.0.1", port: site.port, path, headers: { "x-forwarded-for": from }, agent: false }).end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  open.push(response);
  let heard = "";
  response.setEncoding("utf8").on("data", (part: string) => (heard += part));
  const told = () =>
    [...heard.matchAll(/^data: (.*)\ndata: (.*)\ndata: .*\n\n/gm)].flatMap(([, sentence, address]) =>
      sentence ? `${sentence} ${address}` : [],
    );
  /** The ids of all that is new, as they were told last. */
  const which = () => /data: (.*)\n\n$/.exec(heard)?.[1];
  return { response, status: response.statusCode, told, which, heard: () => heard };
}

test("an open page is told how many are new to it and where the first stands, and of the next ones too", async () => {
  const { counts } = await serve();
  const [page, later] = [await listenTo(), await listenTo({ since: 2 })];
  expect(page.response.headers).toMatchObject({
    "content-type": "text/event-stream",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
    "x-content-type-options": "nosniff",
  });
  await vi.waitFor(() => expect(later.told()).toEqual(["1 new /a?replies=new#comments"]));
  expect(page.told()).toEqual([]);
  counts.set(POST, 4);
  site.live.hear(`thread:${POST}`);
  site.live.hear(`shown:${POST}:c4`);
  await vi.waitFor(() => expect(page.told()).toEqual(["1 new /a?replies=c4#comment-c4"]));
  counts.set(POST, 5);
  site.live.hear(`thread:${POST}`);
  site.live.hear(`shown:${POST}:c5`);
  await vi.waitFor(() => expect(page.told().at(-1)).toBe("2 new /a?replies=c4#comment-c4"));
  expect(page.which()).toBe("c4 c5");
  expect(later.which(), "it missed one before it listened").toBe("");
});

test("of more than fifty new replies it is not said which they are", async () => {
  const { counts } = await serve();
  const page = await listenTo();
  const show = (count: number) => {
    counts.set(POST, 3 + count);
    site.live.hear(`thread:${POST}`);
    site.live.hear(`shown:${POST}:c${count}`);
  };
  for (let count = 1; count <= 50; count++) show(count);
  await vi.waitFor(() => expect(page.which()?.split(" ")).toHaveLength(50));
  show(51);
  await vi.waitFor(() => expect(page.told().at(-1)).toMatch(/^51 new/));
  expect(page.which()).toBe("");
});

test("what was taken away again is not offered any more", async () => {
  const { counts } = await serve();
  const page = await listenTo({ since: 2 });
  await vi.waitFor(() => expect(page.told()).toHaveLength(1));
  counts.set(POST, 2);
  site.live.hear(`thread:${POST}`);
  await vi.waitFor(() => expect(page.heard()).toMatch(/data: \ndata: [^\n]+\ndata: \n\n$/));
});

test("a reply that became public is told of though another went; once it is gone too, it is not, nor led to", async () => {
  const { gone } = await serve();
  const page = await listenTo();
  const show = (id: string) => {
    site.live.hear(`thread:${POST}`);
    site.live.hear(`shown:${POST}:${id}`);
  };
  // One came, one went: the count of the thread is what it was.
  show("c4");
  await vi.waitFor(() => expect(page.told()).toEqual(["1 new /a?replies=c4#comment-c4"]));
  gone.add("c4");
  show("c5");
  await vi.waitFor(() => expect(page.told().at(-1)).toBe("1 new /a?replies=c5#comment-c5"));
  gone.add("c5");
  site.live.hear(`thread:${POST}`);
  await vi.waitFor(() => expect(page.heard()).toMatch(/data: \ndata: [^\n]+\ndata: \n\n$/));
});

test("a page that comes back is told too when nothing is new to it: what it was told before may be past", async () => {
  await serve();
  const page = await listenTo();
  await vi.waitFor(() => expect(page.heard()).toMatch(/data: \ndata: [^\n]+\ndata: \n\n$/));
});

test("many approvals and many pages cost one read; other posts none", async () => {
  const { counts, asked } = await serve();
  const pages = await Promise.all(Array.from({ length: 10 }, () => listenTo()));
  expect(asked).toEqual([[POST]]);
  for (let count = 4; count <= 40; count++) {
    counts.set(POST, count);
    site.live.hear(`thread:${POST}`);
    site.live.hear(`thread:${OTHER}`);
  }
  await vi.waitFor(() => pages.forEach((page) => expect(page.told()).toEqual(["37 new /a?replies=new#comments"])));
  expect(asked).toEqual([[POST], [POST]]);
});

test("after a gap every open thread is looked at again", async () => {
  const { counts } = await serve();
  const page = await listenTo();
  counts.set(POST, 5);
  site.live.hearAnything();
  await vi.waitFor(() => expect(page.told()).toEqual(["2 new /a?replies=new#comments"]));
});

test("one network has twenty places, free again when pages close; others are not concerned", async () => {
  await serve();
  const pages = await Promise.all(Array.from({ length: 20 }, () => listenTo()));
  expect(pages.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect((await listenTo()).status).toBe(204);
  expect((await listenTo({ from: "198.51.100.7" })).status).toBe(200);
  pages[0]?.response.destroy();
  await vi.waitFor(async () => expect((await listenTo()).status).toBe(200));
});

test("nobody listens to what is not published, or with a wish that makes none; the browser is told to stay away", async () => {
  const { counts } = await serve();
  counts.delete(OTHER);
  expect((await listenTo({ post: OTHER })).status).toBe(204);
  for (const query of ["", "?post=x&since=0", `?post=${POST}&since=-1`, "?post=%00"]) {
    expect(await site.send(`/api/replies/events${query}`), query).toMatchObject({ status: 204, headers: { "cache-control": "no-store" } });
  }
  expect(await site.send("/api/replies/events", { method: "HEAD" })).toMatchObject({ status: 405, headers: { allow: "GET" } });
});

test("when a post is withdrawn its streams end; while the database is away nothing is said, and nothing breaks", async () => {
  const { counts, state } = await serve();
  const page = await listenTo();
  state.isAway = true;
  counts.set(POST, 4);
  site.live.hear(`thread:${POST}`);
  expect((await listenTo({ post: OTHER })).status).toBe(204);
  state.isAway = false;
  site.live.hearAnything();
  await vi.waitFor(() => expect(page.told()).toHaveLength(1));
  counts.delete(POST);
  site.live.hear(`post:${POST}`);
  await once(page.response, "end");
});

test("when the server is about to stop, every stream ends at once and nobody new is admitted", async () => {
  await serve();
  const page = await listenTo();
  const ended = once(page.response, "end");
  site.live.close();
  await ended;
  expect((await listenTo()).status).toBe(204);
});
