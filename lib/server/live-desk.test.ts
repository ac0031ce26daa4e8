import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { afterEach, expect, test, vi } from "vitest";
import { tags } from "@/lib/cache/tags";
import { serveBefore } from "@/lib/testing/fake-next";

const COMMENT = "0193a000-0000-7000-8000-000000000001";
const [ADA, GRACE] = ["0193a000-0000-7000-8000-00000000000a", "0193a000-0000-7000-8000-00000000000b"];

let site: Awaited<ReturnType<typeof serveBefore>>;
const open: IncomingMessage[] = [];
afterEach(async () => {
  for (const stream of open.splice(0)) stream.destroy();
  await site.close();
});

/** A site whose sessions are as the test sets them: by cookie, whose it is. */
async function serve(sessions: Record<string, string | undefined>, newestWaiting?: () => Promise<Date | null>) {
  const tell = ({ headers }: { headers: Record<string, unknown> }) => {
    const id = sessions[String(headers.cookie)];
    return id ? { body: JSON.stringify({ ok: true, id }) } : { status: 401, body: JSON.stringify({ ok: false, error: "signedOut" }) };
  };
  site = await serveBefore(tell, undefined, newestWaiting);
}

/** Opens the events as an open desk does. */
async function watch(cookie: string, age = "") {
  const sent = request({ host: "127.0.0.1", port: site.port, path: `/api/desk/events${age}`, headers: { cookie }, agent: false }).end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  open.push(response);
  let heard = "";
  response.setEncoding("utf8").on("data", (part: string) => (heard += part));
  return { response, told: () => [...heard.matchAll(/^data: (.*)$/gm)].map(([, json = ""]) => JSON.parse(json) as unknown) };
}

test("every open desk is told who decided on what, in the order in which it happened", async () => {
  await serve({ ada: ADA, grace: GRACE });
  const [ada, grace] = [await watch("ada"), await watch("grace")];
  expect(ada.response.headers).toMatchObject({ "content-type": "text/event-stream", "cache-control": "no-store, no-transform" });
  site.desk.hear(tags.moved(COMMENT, "approved", GRACE));
  site.desk.hear(tags.moved(COMMENT, "spam", ADA));
  site.desk.hear(tags.settled(COMMENT, GRACE));
  site.desk.hear(tags.opened(COMMENT));
  const expected = [
    { kind: "moved", id: COMMENT, to: "approved", by: GRACE, who: "Colleague b" },
    { kind: "moved", id: COMMENT, to: "spam", by: ADA, who: "Colleague a" },
    { kind: "settled", id: COMMENT, by: GRACE, who: "Colleague b" },
    { kind: "opened", id: COMMENT },
  ];
  await vi.waitFor(() => expect(ada.told()).toEqual(expected));
  await vi.waitFor(() => expect(grace.told()).toEqual(expected));
});

test("who comes later hears who looks at what, and when they look away; said again, it is told once", async () => {
  await serve({ ada: ADA });
  site.desk.hear(tags.looking(GRACE, COMMENT));
  const ada = await watch("ada");
  site.desk.hear(tags.looking(GRACE, COMMENT));
  site.desk.hear(tags.looking(GRACE, null));
  await vi.waitFor(() =>
    expect(ada.told()).toEqual([
      { kind: "looking", id: COMMENT, by: GRACE, who: "Colleague b" },
      { kind: "looking", id: null, by: GRACE, who: "Colleague b" },
    ]),
  );
});

test.each([
  ["?age=60000", [{ kind: "missed" }]],
  ["?age=500", []],
  ["?age=all", []],
  ["", []],
])("what changed between the making of a page and its listening (%s) is told as a gap", async (age, expected) => {
  await serve({ ada: ADA });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 10_000 });
  site.desk.hear(tags.opened(COMMENT));
  vi.useRealTimers();
  site.desk.hear(tags.looking(GRACE, COMMENT));
  const ada = await watch("ada", age);
  await vi.waitFor(() => expect(ada.told()).toEqual([...expected, { kind: "looking", id: COMMENT, by: GRACE, who: "Colleague b" }]));
});

test("a gap in what was heard is told as one", async () => {
  await serve({ ada: ADA });
  const ada = await watch("ada");
  site.desk.hearAnything();
  await vi.waitFor(() => expect(ada.told()).toEqual([{ kind: "missed" }]));
});

test("a reply that has come to wait since a page was made is told of once; what waited already, and what is decided on, is not", async () => {
  let newest: Date | null = new Date(Date.now() - 60_000);
  await serve({ ada: ADA }, () => (newest ? Promise.resolve(newest) : Promise.reject(new Error("away"))));
  const ada = await watch("ada");
  const looks = () => new Promise((resolve) => setTimeout(resolve, 200));
  await looks();
  expect(ada.told()).toEqual([]);
  newest = new Date(Date.now() + 1);
  await vi.waitFor(() => expect(ada.told()).toEqual([{ kind: "missed" }]));
  for (const next of [newest, new Date(0), null]) {
    newest = next;
    await looks();
  }
  expect(ada.told()).toHaveLength(1);
});

test("nobody listens without a session, and a stream ends with it", async () => {
  const sessions: Record<string, string | undefined> = { ada: ADA };
  await serve(sessions);
  expect((await watch("nobody")).response.statusCode).toBe(401);
  const ada = await watch("ada");
  sessions.ada = undefined;
  await once(ada.response, "end");
});

test("a cookie that has become another colleague's ends the stream, too", async () => {
  const sessions: Record<string, string | undefined> = { ada: ADA };
  await serve(sessions);
  const ada = await watch("ada");
  sessions.ada = GRACE;
  await once(ada.response, "end");
});

test("of one colleague only so many listen; what is beyond is told not to ask again", async () => {
  await serve({ ada: ADA });
  for (let nth = 0; nth < 12; nth++) expect((await watch("ada")).response.statusCode).toBe(200);
  expect((await watch("ada")).response.statusCode).toBe(204);
});
