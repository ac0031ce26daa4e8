import { expect, test } from "vitest";
import { surfacesOf } from "@/lib/server/surface";

const surfaceOf = surfacesOf(process.cwd());

test.each([
  ["/", "page"],
  ["/a-post", "page"],
  ["/administration", "page"],
  ["/admin", "newsroom"],
  ["/admin/posts", "newsroom"],
  ["/api/replies", "api"],
  ["/media/x/800.webp", "media"],
  ["/share/x/0.png", "media"],
  ["/look/0.css", "media"],
  ["/_next/static/a.js", "file"],
  ["/receipts/key", "own"],
  ["/reply-form", "own"],
])("%s belongs to %s", (path, surface) => {
  expect(surfaceOf(path)).toBe(surface);
});
