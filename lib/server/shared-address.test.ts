import fc from "fast-check";
import { expect, test } from "vitest";
import { sharedAddress } from "@/lib/server/shared-address";

test("only the parameters that pages read count, once and in one order", () => {
  expect(sharedAddress("/a", "?utm_source=x&replies=2&after=k&after=l&_rsc=1")).toEqual({ url: "/a?after=k&replies=2", isKept: true });
  expect(sharedAddress("/a", "?utm_source=x")).toEqual({ url: "/a", isKept: true });
  expect(sharedAddress("/a", "?after=&replies=" + "9".repeat(101))).toEqual({ url: "/a", isKept: true });
});

test("a search is kept under one address, whatever the order of its parameters; what has no place there is left out", () => {
  const url = "/search?q=a+b&category=harbour&sort=newest";
  expect(sharedAddress("/search", "?sort=newest&x=1&q=a+b&lang=&time=ever&category=harbour&q=c")).toEqual({ url, isKept: true });
  expect(sharedAddress("/search/suggestions", "?sort=newest&q=a")).toEqual({ url: "/search/suggestions?q=a", isKept: true });
  expect(sharedAddress("/a", "?q=a&lang=de&sort=newest")).toEqual({ url: "/a", isKept: true });
});

test("a search as long as a book is answered, and not kept", () => {
  const q = "a".repeat(10_000);
  expect(sharedAddress("/search", `?q=${q}`)).toEqual({ url: `/search?q=${q}`, isKept: false });
});

test("a reply to somebody is made for who asks, and not kept", () => {
  const id = "0193598a-0000-7000-8000-000000000001";
  expect(sharedAddress("/a", `?replyto=${id}`)).toEqual({ url: `/a?replyto=${id}`, isKept: false });
  expect(sharedAddress("/a", "?q=a&replyto=junk")).toEqual({ url: "/a", isKept: true });
});

test("whatever else is in a query, the address stays the same", () => {
  const unknown = fc.string().filter((name) => !["after", "before", "replies", "replyto"].includes(name));
  fc.assert(
    fc.property(fc.array(fc.tuple(unknown, fc.string())), fc.string({ minLength: 1, maxLength: 100 }), (noise, after) => {
      const query = `?${new URLSearchParams([...noise, ["after", after], ...noise]).toString()}`;
      expect(sharedAddress("/a", query)).toEqual(sharedAddress("/a", `?${new URLSearchParams({ after }).toString()}`));
    }),
  );
});
