import fc from "fast-check";
import { expect, test } from "vitest";
import { readTarget } from "@/lib/server/target";

test.each([
  ["/a-post", "/a-post"],
  ["/a-post/", "/a-post"],
  ["//a-post", "/a-post"],
  ["//evil.example/x", "/evil.example/x"],
  ["/a/../b", "/b"],
  ["/a/%2e%2e/b", "/b"],
  ["/a/.b/./c", "/a/.b/c"],
  ["/a/.b/%2e%2e/c", "/a/c"],
  ["/%61-post", "/a-post"],
  ["/\u00c3\u00bcber", "/%C3%BCber"],
  ["/%c3%bcber", "/%C3%BCber"],
  ["http://host.example/a-post", "/a-post"],
  ["/", "/"],
])("%s is spelled %s [C1]", (target, path) => {
  expect(readTarget(target)).toMatchObject({ path, isMisspelt: !["/a-post", "/"].includes(target) && !target.startsWith("http") });
});

test.each(["/%00", "/a%2Fb", "/a%2fb", "/a%5cb", "/%E0%A4%A", "/%zz", "/\u00ff", "*", "", "a-post", "http://host.example"])(
  "%j cannot be read [C4]",
  (target) => {
    expect(readTarget(target)).toBeNull();
  },
);

test("a query is kept as it was written, a fragment is not", () => {
  expect(readTarget("/a?b=%C3%BC&c#d?e")).toMatchObject({ path: "/a", query: "?b=%C3%BC&c" });
  expect(readTarget("/a#b?c")).toMatchObject({ path: "/a", query: "" });
});

test("the one spelling of a path is its own one spelling, and never another host's", () => {
  const path = fc.oneof(
    fc.webPath(),
    fc.string({ unit: "binary-ascii" }),
    fc.array(fc.constantFrom("/", ".", "%2e", "a", "A", "\\", "%25", "é", ";", "@", ":")).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(path, (written) => {
      const read = readTarget(`/${Buffer.from(written).toString("latin1")}`);
      if (!read) return;
      expect(readTarget(read.path)).toMatchObject({ path: read.path, isMisspelt: false });
      expect(read.path).toMatch(/^\/(?![/\\])/);
    }),
    { numRuns: 1_000 },
  );
});
