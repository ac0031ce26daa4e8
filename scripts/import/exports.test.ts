import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { publishedThread } from "@/lib/comments/public";
import { config } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { makeUser } from "@/lib/testing/make";
import { makeExport } from "@/lib/testing/wordpress";
import { readExport } from "@/lib/wordpress/read-export";
import { bringInExports } from "@/scripts/import/exports";
import type { CommandContext } from "@/scripts/start/context";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-exports-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

type Items = Parameters<typeof makeExport>[0];
/** Each test brings in another site, whose posts have other numbers. */
let numbers = 9_000;
const next = () => ++numbers;

/** What the command prints while it brings in files with these posts: how far it is, and its report. */
async function printed(
  files: Record<string, Items>,
  {
    site = `https://printed-${next()}.example`,
    uploads,
    author,
    signal = new AbortController().signal,
  }: { signal?: AbortSignal; site?: string; uploads?: string; author?: { told: string; email: string } } = {},
) {
  const exports = [];
  for (const [file, items] of Object.entries(files)) {
    fs.writeFileSync(
      path.join(folder, file),
      makeExport(items, { site, ...(author && { email: file === author.told ? author.email : "" }) }),
    );
    const source = await readExport(path.join(folder, file));
    if ("problem" in source) throw new Error(source.problem);
    exports.push({ file, source });
  }
  const log = vi.spyOn(console, "log").mockReturnValue();
  const progress: string[] = [];
  const step: CommandContext["step"] = async (label, work) => {
    const note = () => progress.push(typeof label === "function" ? label() : label);
    note();
    const value = await work();
    note();
    return value;
  };
  const problems = await bringInExports(exports, { publish: true, uploads }, { step, signal });
  return { progress, problems, report: log.mock.calls.flat().join("\n") };
}

test("it is said how far the import is, and nothing of what anybody wrote", async () => {
  const [one, two] = [next(), next()];
  const items = [{ id: one, comments: [{ id: 1 }, { id: 2 }] }, { id: two }];
  expect((await printed({ "a.xml": items })).progress).toEqual(["0 of 2 posts, 0 new comments", "2 of 2 posts, 2 new comments"]);
});

test("tags beyond as many as a post has are not made, and it is said which post had how many", async () => {
  const [many, few, long] = [next(), next(), next()];
  const address = (of: number) => `${config().SITE_URL}/beitrag-${of}`;
  const named = (count: number, of: number) => Array.from({ length: count }, (_, n) => `Thema ${of}-${n + 1}`);
  const items = [
    // The second category is a tag here, and one that is written otherwise is the same tag.
    { id: many, title: "Vieles", categories: ["Stadt", "Land"], tags: ["land", ...named(22, many)] },
    { id: few, title: "Weniges", tags: [...named(20, few), `thema ${few}-1`] },
    { id: long, title: "Langes", tags: ["x".repeat(81), "Kurz"] },
  ];
  const { report } = await printed({ "tags.xml": items });
  expect(report.split("\n").filter((line) => line.includes("tags:"))).toEqual([
    `  “Vieles” has 20 of its 23 tags: a post has 20 at most here, and none is longer than 80 characters (${address(many)})`,
    `  “Langes” has 1 of its 2 tags: a post has 20 at most here, and none is longer than 80 characters (${address(long)})`,
  ]);
  const made = (of: number) => privateDb.tag.count({ where: { name: { startsWith: `Thema ${of}-` } } });
  expect([await made(many), await made(few)]).toEqual([19, 20]);
});

test("the files of a split export are one: pictures, authors and whom a comment answers are found in another", async () => {
  await makeUser({ role: "administrator" });
  const author = await makeUser({ role: "author", email: "split@old.example" });
  const uploads = path.join(folder, "uploads");
  fs.mkdirSync(uploads);
  const blue = sharp({ create: { width: 800, height: 600, channels: 3, background: "blue" } });
  for (const name of ["lead.jpg", "inside.jpg"]) await blue.clone().jpeg().toFile(path.join(uploads, name));
  const [id, other, lead, inside] = [next(), next(), next(), next()];
  const post = { id, picture: lead, html: `[gallery ids="${inside}"]` };
  const split = {
    "1.xml": [{ ...post, comments: [{ id: 2, parent: 1, html: "Antwort" }] }],
    "2.xml": [
      { ...post, title: "Später", comments: [{ id: 1, html: "Frage" }] },
      { id: other, type: "page" },
    ],
    "3.xml": [
      { id: lead, type: "attachment", status: "inherit", slug: "lead" },
      { id: inside, type: "attachment", status: "inherit", slug: "inside" },
      { id: next(), type: "nav_menu_item" },
    ],
  };
  const { progress, report } = await printed(split, { uploads, author: { told: "3.xml", email: "split@old.example" } });
  expect(progress.at(-1)).toBe("2 of 2 posts, 2 new comments");
  expect(report.split("\n").map((line) => line.trim())).toEqual([
    "",
    "1.xml, 2.xml, 3.xml: 2 new, 0 updated, 0 unchanged; 2 of them public",
    "Comments 2 new",
    "Left out: 1 nav_menu_item",
    "",
  ]);
  const stored = await privateDb.post.findUniqueOrThrow({ where: { slug: `beitrag-${id}` }, include: { leadMedia: true, authors: true } });
  expect(stored).toMatchObject({ title: "Später", leadMedia: { fileName: "lead.jpg" }, authors: [{ userId: author.id }] });
  const picture = await privateDb.media.findFirstOrThrow({ where: { fileName: "inside.jpg" } });
  expect(stored.bodyHtml).toContain(picture.id);
  expect((await publishedThread(stored.id)).comments).toMatchObject([{ body: "Frage", answers: [{ body: "Antwort" }] }]);
});

test("it is no failure that a post was deleted here for good: it is said how many stayed away", async () => {
  const site = `https://gone-${next()}.example`;
  const id = next();
  await privateDb.gonePost.create({ data: { sourcePath: `${site}/?p=${id}` } });
  const { problems, report } = await printed({ "gone.xml": [{ id }, { id: next() }] }, { site });
  expect(problems).toEqual([]);
  expect(report).toContain("  gone.xml: 1 new, 0 updated, 0 unchanged");
  expect(report).toContain("  Stayed away: 1 that were deleted here for good; --force brings them again");
});

test("it stops after the post that is under way once somebody asks it to, and says what the posts lost that are in", async () => {
  const log = vi.spyOn(console, "log").mockReturnValue();
  const [one, two] = [next(), next()];
  const items = [{ id: one, title: "Erster", tags: ["x".repeat(81)] }, { id: two }];
  await expect(printed({ "stop.xml": items }, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/);
  expect(await privateDb.post.findMany({ where: { wordpressId: { in: [one, two] } }, select: { wordpressId: true } })).toEqual([
    { wordpressId: one },
  ]);
  expect(log.mock.calls.join("\n")).toMatch(/stop\.xml: 1 new, 0 updated, 0 unchanged[^]*“Erster” has 0 of its 1 tags/);
});
