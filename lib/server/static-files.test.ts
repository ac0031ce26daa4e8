import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { joinStyles } from "@/lib/server/joined-styles";
import { StaticFiles } from "@/lib/server/static-files";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-files-"));
for (const [file, text] of [
  ["public/robots image.svg", "<svg/>"],
  [".next/static/chunks/a-1.js", "let a = 1;".repeat(100)],
  [".next/static/chunks/a-1.js.map", "{}"],
  [".next/static/chunks/a.css", "a{}"],
  [".next/static/chunks/b_~1.css", "b{}"],
  ["build/islands/boot-2.js", "boot"],
  ["secret.txt", "secret"],
] as const) {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}
const files = new StaticFiles(root);

test("a file of the build is kept by browsers for good, and compressed", async () => {
  const file = await files.at("/_next/static/chunks/a-1.js");
  expect(file?.bodies.gzip.headers.join()).toContain("immutable");
  expect(gunzipSync(file?.bodies.gzip.bytes ?? "").toString()).toBe("let a = 1;".repeat(100));
  expect(files.ready("/_next/static/chunks/a-1.js")).toBe(file);
  expect((await files.at("/islands/boot-2.js"))?.bodies.identity.bytes.toString()).toBe("boot");
});

test("style sheets of the build are one file where a page asks for them so, in its order", async () => {
  const page = `<head><link rel="stylesheet" href="/_next/static/chunks/b_~1.css" data-precedence="next"/><title>x</title><link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/></head>`;
  const joined = joinStyles(page);
  expect(joined).toBe(`<head><link rel="stylesheet" href="/_next/static/chunks/b_~1!a.css"/><title>x</title></head>`);
  const file = await files.at("/_next/static/chunks/b_~1!a.css");
  expect(file?.bodies.identity.bytes.toString()).toBe("b{}a{}");
  expect(file?.bodies.identity.headers.join()).toMatch(/text\/css.*immutable/);
  expect(files.ready("/_next/static/chunks/b_~1!a.css")).toBe(file);
});

test.each(["a!a", "a!c", "a!", "a-1.js!a", "../secret.txt!a"])("%s joins nothing", async (names) => {
  expect(await files.at(`/_next/static/chunks/${names}.css`)).toBeNull();
});

test("a file of public/ stands at its own address, and may change", async () => {
  const file = await files.at("/robots%20image.svg");
  expect(file?.bodies.identity.headers.join()).toMatch(/image\/svg\+xml.*max-age=3600/);
});

test.each([
  "/secret.txt",
  "/../secret.txt",
  "/_next/static/../../secret.txt",
  "/_next/static/chunks/a-1.js.map",
  "/public/robots image.svg",
  "/constructor",
])("%s is no file", async (address) => {
  expect(await files.at(address)).toBeNull();
});
