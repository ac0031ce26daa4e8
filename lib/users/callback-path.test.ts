import fc from "fast-check";
import { expect, test } from "vitest";
import { callbackPath, signInPath } from "@/lib/users/callback-path";

test.each(["/admin", "/admin/posts", "/admin/comments?status=pending", "/admin/posts/1?a=%2F"])("%s is where one is led [C13]", (path) => {
  expect(callbackPath(path)).toBe(path);
});

test.each([
  "//evil.example",
  "//evil.example/admin",
  "\\\\evil.example/admin",
  "/\\evil.example/admin",
  "https:evil.example",
  "https://evil.example/admin",
  "https:/admin",
  "HTTPS://here.invalid.evil.example/admin",
  "javascript:alert(1)",
  "/\t/evil.example/admin",
  " //evil.example/admin",
  "/admin/../..//evil.example",
  "/administrator",
  "/",
  "",
  "http://[",
  "/admin/sign-in?callbackUrl=/admin",
  undefined,
  7,
])("%j leads nowhere but to the newsroom [C13]", (wanted) => {
  expect(callbackPath(wanted)).toBe("/admin");
});

test("whatever is asked for, the browser stays at this origin, under /admin [C13]", () => {
  const parts = fc.constantFrom("/", "\\", "admin", "..", ":", "https", "//", "evil.example", "@", "\t", "\n", "%2f", "?", "#", ".");
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(parts, { maxLength: 9 }).map((words) => words.join("")),
      ),
      (wanted) => {
        const { origin, pathname } = new URL(callbackPath(wanted), "https://news.example");
        return origin === "https://news.example" && (pathname === "/admin" || pathname.startsWith("/admin/"));
      },
    ),
    { numRuns: 3000 },
  );
});

test("the sign-in page keeps where one wanted to go", () => {
  expect(signInPath("/admin/posts?x=1")).toBe("/admin/sign-in?callbackUrl=%2Fadmin%2Fposts%3Fx%3D1");
  expect(signInPath("//evil.example")).toBe("/admin/sign-in");
});
