import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { movedFromWordPress } from "@/lib/posts/former";
import { formerSlug } from "@/lib/posts/former-slug";
import { importPost } from "@/lib/posts/import";
import type { ImportOptions } from "@/lib/posts/import-options";
import { MAX_SOURCE_BYTES, readSource } from "@/lib/posts/import-source";
import { movedTo } from "@/lib/posts/public";
import { publishPost } from "@/lib/posts/publish";
import { savePost } from "@/lib/posts/save";
import { updatePost } from "@/lib/posts/update";
import { withdrawPost } from "@/lib/posts/withdraw";
import { heardDuring } from "@/lib/testing/heard";
import { makePost, makeUser } from "@/lib/testing/make";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-import-"));
let count = 0;
let file = "";
beforeEach(() => {
  file = path.join(folder, `article-${++count}.txt`);
});

const article = (title: string) => `${title}\n\nThe standfirst.\n\nA paragraph of the text.\n`;

async function bring(content: string | Buffer, options: ImportOptions = {}, at = file) {
  fs.writeFileSync(at, content);
  const source = await readSource(at);
  if ("problem" in source) throw new Error(source.problem);
  return importPost(source, options);
}
const stored = (slug: string) => privateDb.post.findUniqueOrThrow({ where: { slug }, include: { category: true, related: true } });

test("a file comes in as a draft, told to the ledger as the site's own doing", async () => {
  expect(await bring(article("A visit"))).toEqual({
    ok: true,
    id: expect.any(String) as string,
    slug: "a-visit",
    change: "new",
    isPublished: false,
    tags: 0,
  });
  const post = await stored("a-visit");
  expect(post).toMatchObject({
    status: "draft",
    title: "A visit",
    standfirst: "The standfirst.",
    lang: "en",
    sourcePath: file,
    sourceVersion: 1,
  });
  expect(post.bodyHtml).toBe("<p>A paragraph of the text.</p>");
  expect(await privateDb.auditEvent.findMany({ where: { subjectId: post.id }, select: { act: true, actorId: true } })).toEqual([
    { act: "post.import", actorId: null },
  ]);
});

test("options set language, category and publication, and readers' pages hear of it", async () => {
  const heard = await heardDuring(() => bring(article("With options"), { lang: "de", category: "Politik", publish: true }));
  const post = await stored("with-options");
  expect(post).toMatchObject({ status: "published", lang: "de", category: { name: "Politik" } });
  expect(heard).toEqual(expect.arrayContaining(["list:posts", "missing:with-options", `post:${post.id}`]));
});

test("the same source again changes nothing and says so; a changed one updates its post and keeps what was chosen", async () => {
  await bring(article("Once"), { publish: true, category: "Kultur" });
  const related = await makePost();
  const { id } = await stored("once");
  await privateDb.relatedPost.create({ data: { postId: id, relatedId: related.id, position: 0 } });
  expect(await bring(article("Once"))).toMatchObject({ change: "unchanged", isPublished: true });
  expect(await stored("once")).toMatchObject({ version: 1 });
  expect(await bring(`${article("Once, renamed")}\nOne more.\n`)).toMatchObject({ change: "updated", slug: "once" });
  const updated = await stored("once");
  expect(updated).toMatchObject({
    id,
    title: "Once, renamed",
    status: "published",
    category: { name: "Kultur" },
    related: [{ relatedId: related.id }],
  });
  expect(updated.bodyText).toContain("One more.");
});

test("the same source with an option more does what the option says", async () => {
  await bring(article("Later public"));
  expect(await bring(article("Later public"), { publish: true })).toMatchObject({ change: "updated", isPublished: true });
  expect(await bring(article("Later public"), { category: "Sport" })).toMatchObject({ change: "updated" });
  expect((await stored("later-public")).category?.name).toBe("Sport");
});

test("a moved file is known by its content; a copy beside it does not take its place", async () => {
  await bring(article("Moved"));
  const moved = path.join(folder, "moved.txt");
  fs.renameSync(file, moved);
  expect(await bring(article("Moved"), {}, moved)).toMatchObject({ change: "unchanged" });
  const copy = path.join(folder, "copy.txt");
  expect(await bring(article("Moved"), { category: "Kopien" }, copy)).toMatchObject({ slug: "moved", change: "updated" });
  expect(await privateDb.post.count({ where: { title: "Moved" } })).toBe(1);
});

test("a post that was edited since is not overwritten without force", async () => {
  await bring(article("Edited"), { publish: true });
  const { id, body } = await stored("edited");
  const editor = await makeUser();
  await savePost(editor, { id, version: 1, title: "Edited by hand", body, lang: "en" });
  await updatePost(editor, { id, version: 2 });
  expect(await bring(article("Edited in the file"), { category: "Nowhere" })).toEqual({ ok: false, error: "staleVersion" });
  expect(await stored("edited")).toMatchObject({ title: "Edited by hand", version: 2 });
  expect(await privateDb.category.count({ where: { name: "Nowhere" } })).toBe(0);
  expect(await bring(article("Edited in the file"), { force: true })).toMatchObject({ change: "updated" });
  expect(await stored("edited")).toMatchObject({ title: "Edited in the file", version: 3, sourceVersion: 3 });
});

test("publishing and withdrawing are no edits: the source may still be brought in", async () => {
  await bring(article("Withdrawn"), { publish: true });
  const { id } = await stored("withdrawn");
  const editor = await makeUser();
  await withdrawPost(editor, { id });
  await publishPost(editor, { id });
  expect(await bring(`${article("Withdrawn")}\nMore.\n`)).toMatchObject({ change: "updated" });
});

test("the same file brought in twice at once makes one post", async () => {
  fs.writeFileSync(file, article("Twice at once"));
  const source = await readSource(file);
  if ("problem" in source) throw new Error(source.problem);
  const results = await Promise.all([importPost(source), importPost(source), importPost(source)]);
  expect(results.map((result) => result.ok && result.change).sort()).toEqual(["new", "unchanged", "unchanged"]);
});

test("the addresses that it had with WordPress lead to it, also when only they are new; another's are refused", async () => {
  const text = article("Brought from elsewhere");
  await bring(text, { publish: true });
  const former = ["https://old.example/?p=4711", "/2012/08/15/an-old-slug/", "/2012/08/привет-мир/"];
  const heard = await heardDuring(async () => {
    expect(await bring(text, { former })).toMatchObject({ ok: true, change: "unchanged" });
  });
  expect(heard).toContain("missing:an-old-slug");
  expect(await movedFromWordPress("4711")).toBe("brought-from-elsewhere");
  for (const slug of ["an-old-slug", formerSlug(encodeURIComponent("привет-мир"))])
    expect(await movedTo(slug)).toBe("brought-from-elsewhere");
  const another = (address: string) => bring(article("Another one"), { former: [address] }, `${file}.txt`);
  const refused = (error: string) => ({ ok: false, error: "invalid", fields: { former: [error] } });
  for (const taken of former) expect(await another(taken)).toEqual(refused("slugTaken"));
  for (const none of ["/Über uns", "/a.php", "/%d0", "/"]) expect(await another(none)).toEqual(refused("invalidSlug"));
  for (const none of ["0", "x", "99999999999", "4712"]) expect(await movedFromWordPress(none)).toBeNull();
});

test("what there is nothing to publish of is refused, and nothing of it is kept", async () => {
  expect(await bring("Only a title\n\nAnd a standfirst.", { publish: true, category: "Leer" })).toMatchObject({
    error: "invalid",
    fields: { body: ["required"] },
  });
  expect(await privateDb.post.count({ where: { title: "Only a title" } })).toBe(0);
  expect(await privateDb.category.count({ where: { name: "Leer" } })).toBe(0);
});

test.each([
  ["an empty file", "", "is empty"],
  ["a file of blank lines and a byte order mark", "\ufeff \r\n\u00a0\r\n", "is empty"],
  ["a binary file", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), "NUL"],
  ["a file in Latin-1", Buffer.from("Gr\xfc\xdfe\n\nAus M\xfcnchen.", "latin1"), "is not UTF-8"],
  ["a file in UTF-16", Buffer.from("\ufeffTitle\n\nText", "utf16le"), "NUL"],
  ["a title alone", "A title\n", "no text"],
  ["a first line without end", `${"x".repeat(301)}\n\nText.`, "too long for a title"],
  ["a file beyond the limit", "x".repeat(MAX_SOURCE_BYTES + 1), "larger than 4 MB"],
])("%s is told in a line", async (_, content, problem) => {
  fs.writeFileSync(file, content);
  expect(await readSource(file)).toEqual({ problem: expect.stringContaining(problem) as string });
});

test("a missing file, a folder and a device are told in a line", async () => {
  expect(await readSource(file)).toEqual({ problem: "is not there" });
  expect(await readSource(folder)).toEqual({ problem: "is a folder" });
  expect(await readSource("/dev/null")).toEqual({ problem: "is not a file" });
});
