import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeExport } from "@/lib/testing/wordpress";
import { readExport } from "@/lib/wordpress/read-export";

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-wordpress-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

function read(content: string | Buffer) {
  const file = path.join(folder, "export.xml");
  fs.writeFileSync(file, content);
  return readExport(file);
}

async function found(content: string) {
  const exported = await read(content);
  if ("problem" in exported) throw new Error(exported.problem);
  return exported;
}

test("posts and pages come with what is known of them, people and pictures beside them", async () => {
  const picture = { id: 9, type: "attachment", status: "inherit", slug: "hafen" };
  const exported = await found(
    makeExport([
      { id: 7, title: "Über Brücken", categories: ["Stadt", "Welt"], tags: ["Hafen", "Hafen"] },
      { id: 8, type: "page" },
      picture,
    ]),
  );
  expect(exported).toMatchObject({
    site: "https://old.example",
    lang: "de",
    people: [{ number: 4, login: "anna", email: "anna@old.example" }],
  });
  expect(exported.posts).toMatchObject([
    { number: 7, kind: "post", isPublic: true, title: "Über Brücken", categories: ["Stadt", "Welt"], tags: ["Hafen"], commentsOpen: true },
    { number: 8, kind: "page" },
  ]);
  expect(exported.posts[0]?.publishedAt).toEqual(new Date("2012-08-15T10:00:00Z"));
  expect(exported.pictures).toEqual(new Map([[9, { src: "https://old.example/wp-content/uploads/hafen.jpg", alt: "", caption: "" }]]));
});

test("what was not for everybody there is not for everybody here, and what was thrown away does not come", async () => {
  const statuses = ["publish", "draft", "pending", "private", "future", "trash", "auto-draft"];
  const items = statuses.map((status, id) => ({ id: id + 1, status }));
  const { posts, others } = await found(makeExport([...items, { id: 90, password: "secret" }, { id: 91, type: "nav_menu_item" }]));
  expect(posts.map(({ number, isPublic }) => [number, isPublic])).toEqual([1, 2, 3, 4, 5, 90].map((number) => [number, number === 1]));
  expect([...others]).toEqual([
    ["post in the trash", 1],
    ["nav_menu_item", 1],
  ]);
});

test("comments come as they stood; spam, what was thrown away and pings do not", async () => {
  const approved = ["1", "0", "spam", "trash", "post-trashed"].map((status, id) => ({ id: id + 1, approved: status }));
  const { posts } = await found(
    makeExport([{ id: 7, comments: [...approved, { id: 8, type: "pingback" }, { id: 9, type: "", parent: 1, user: 4 }] }]),
  );
  expect(posts[0]?.comments).toMatchObject([
    { number: 1, answers: 0, isApproved: true, name: "Grace", html: "Danke.", at: new Date("2012-08-16T09:30:00Z"), person: 0 },
    { number: 2, isApproved: false },
    { number: 9, answers: 1, isApproved: true, person: 4 },
  ]);
});

test("a text comes as it is, wherever the file is cut into pieces, and with what ends a CDATA section in it", async () => {
  // A stream's pieces are 64 KiB: a letter of two bytes lies across each end, whether the bytes before are odd or even.
  const [one, other] = ["ü".repeat(200_000), `x${"ü".repeat(200_000)}]]>&amp;<b>`];
  const { posts } = await found(
    makeExport([
      { id: 1, html: one },
      { id: 2, html: other },
    ]),
  );
  expect(posts.map(({ html }) => html)).toEqual([one, other]);
});

test("any text that XML can hold comes back as it was", async () => {
  const character = fc.integer({ min: 0x20, max: 0xd7ff }).map((code) => String.fromCodePoint(code));
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: character }), async (html) => {
      expect((await found(makeExport([{ id: 1, html }]))).posts[0]?.html).toBe(html);
    }),
    { numRuns: 50 },
  );
});

test("what is no export says so, and where", async () => {
  const whole = makeExport([{ id: 7 }]);
  const problems: [string | Buffer, RegExp][] = [
    ["", /no well-formed XML|no export of WordPress/],
    ["just text", /no well-formed XML/],
    [whole.slice(0, -20), /no well-formed XML \(line \d+: Unclosed root tag\)$/],
    [whole.replace("</item>", "</itme>"), /no well-formed XML \(line \d+: Unexpected close tag\)$/],
    ["<rss><channel><item/></channel></rss>", /no export of WordPress/],
    [Buffer.from(whole.replace("Der Text", "Der Tüxt"), "latin1"), /not UTF-8/],
  ];
  for (const [content, problem] of problems) expect(await read(content)).toEqual({ problem: expect.stringMatching(problem) as string });
  expect(await readExport(path.join(folder, "gone.xml"))).toEqual({ problem: "is not there" });
  expect(await readExport(folder)).toEqual({ problem: "is a folder" });
});
