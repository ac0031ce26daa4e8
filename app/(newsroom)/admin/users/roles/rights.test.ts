import fs from "node:fs";
import { expect, test } from "vitest";
import { ROLES } from "@/lib/users/schema";
import { reachOf, RIGHTS } from "./rights";

/** Readers' own rights stand in a policy too, and are no right of the newsroom's. */
const READERS = ["mayEdit"];

test("every right that a policy names stands on the page", () => {
  const policies = fs.readdirSync("lib").map((domain) => `lib/${domain}/policy.ts`);
  const texts = policies.filter((file) => fs.existsSync(file)).map((file) => fs.readFileSync(file, "utf8"));
  const named = texts.flatMap((text) => [...text.matchAll(/^export function (may\w+)/gm)].map(([, name = ""]) => name));
  const [, page = ""] = fs.readFileSync("app/(newsroom)/admin/users/roles/rights.ts", "utf8").split("export const RIGHTS");
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !READERS.includes(name) && !new RegExp(`\\b${name}\\b`).test(page))).toEqual([]);
});

test.each([
  ["posts.edit", RIGHTS.posts.edit, { administrator: "all", editor: "all", author: "own", contributor: "drafts", moderator: "none" }],
  ["posts.submit", RIGHTS.posts.submit, { administrator: "all", editor: "all", author: "own", contributor: "own", moderator: "none" }],
  ["posts.publish", RIGHTS.posts.publish, { administrator: "all", editor: "all", author: "own", contributor: "none", moderator: "none" }],
  ["posts.trash", RIGHTS.posts.trash, { administrator: "all", editor: "all", author: "own", contributor: "drafts", moderator: "none" }],
  ["media.change", RIGHTS.media.change, { administrator: "all", editor: "all", author: "own", contributor: "own", moderator: "none" }],
  [
    "replies.moderate",
    RIGHTS.replies.moderate,
    { administrator: "all", editor: "all", author: "none", contributor: "none", moderator: "all" },
  ],
  ["site.users", RIGHTS.site.users, { administrator: "all", editor: "none", author: "none", contributor: "none", moderator: "none" }],
])("%s reaches as far as the policy lets it", (_, right, reach) => {
  expect(Object.fromEntries(ROLES.map((role) => [role, reachOf(right, role)]))).toEqual(reach);
});
