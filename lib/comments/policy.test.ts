import { expect, test } from "vitest";
import { closesAt, closingOf, type Commentable } from "@/lib/comments/policy";
import { threadClosing } from "@/lib/comments/public";
import { requestScope, type RequestScope } from "@/lib/server/bridge";

const DAY_MS = 86_400_000;
const publishedAt = new Date("2026-03-01T09:00:00Z");
const post: Commentable = { kind: "post", status: "published", commentsOpen: true, publishedAt, closeAfterDays: null };
const rules = { commentsOpen: true, isSectionOpen: true, closeAfterDays: 14, commenters: "everyone" } as const;
const end = new Date("2026-03-15T09:00:00Z");

test("comments close to the millisecond, so many days after publishing", () => {
  expect(closingOf(post, rules, new Date(end.getTime() - 1))).toBeNull();
  expect(closingOf(post, rules, end)).toBe("age");
  expect(closesAt(post, rules)).toEqual(end);
});

test("without a limit they never close by themselves", () => {
  expect(closingOf(post, { ...rules, closeAfterDays: 0 }, new Date("2126-01-01"))).toBeNull();
  expect(closesAt(post, { ...rules, closeAfterDays: 0 })).toBeNull();
});

test("a post's own limit wins over the site's, also when it has none", () => {
  expect(closesAt({ ...post, closeAfterDays: 1 }, rules)).toEqual(new Date(publishedAt.getTime() + DAY_MS));
  expect(closingOf({ ...post, closeAfterDays: 0 }, rules, new Date("2126-01-01"))).toBeNull();
});

test("what was closed by hand says so before the site and the age do, and a static page takes none", () => {
  const late = new Date(end.getTime() + DAY_MS);
  expect(closingOf({ ...post, commentsOpen: false }, { ...rules, commentsOpen: false }, late)).toBe("post");
  expect(closingOf(post, { ...rules, commentsOpen: false }, late)).toBe("site");
  expect(closingOf({ ...post, kind: "page" }, rules, publishedAt)).toBe("post");
  expect(closingOf({ ...post, status: "unpublished" }, rules, publishedAt)).toBe("post");
});

test("a page with a form is kept until the comments close; one that says when they closed is not limited", () => {
  const scopeOf = (publishedAt: Date) => {
    const scope: RequestScope = { sender: { ip: "unknown", agent: "" } };
    const closing = requestScope.run(scope, () => threadClosing({ ...post, publishedAt }, rules));
    return { closing, validUntil: scope.validUntil };
  };
  const yesterday = new Date(Date.now() - DAY_MS);
  expect(scopeOf(yesterday)).toEqual({ closing: null, validUntil: new Date(yesterday.getTime() + 14 * DAY_MS) });
  const before = new Date(Date.now() - 20 * DAY_MS);
  expect(scopeOf(before)).toEqual({
    closing: { reason: "age", closedAt: new Date(before.getTime() + 14 * DAY_MS) },
    validUntil: undefined,
  });
});
