import fc from "fast-check";
import { expect, test } from "vitest";
import { sharedAddress } from "@/lib/server/shared-address";

test("only the parameters that pages read count, once and in one order", () => {
  expect(sharedAddress("/a", "?utm_source=x&replies=2&after=k&after=l&_rsc=1")).toEqual({ url: "/a?after=k&replies=2", isKept: true });
  expect(sharedAddress("/a", "?utm_source=x")).toEqual({ url: "/a", isKept: true });
  expect(sharedAddress("/a", "?after=&replies=" + "9".repeat(101))).toEqual({ url: "/a", isKept: true });
});

test("a search and a reply to somebody are made for who asks, and not kept", () => {
  const id = "0193598a-0000-7000-8000-000000000001";
  expect(sharedAddress("/search", "?q=a+b")).toEqual({ url: "/search?q=a+b", isKept: false });
  expect(sharedAddress("/a", `?replyto=${id}`)).toEqual({ url: `/a?replyto=${id}`, isKept: false });
  expect(sharedAddress("/a", "?q=a&replyto=junk")).toEqual({ url: "/a", isKept: true });
});

test("whatever else is in a query, the address stays the same", () => {
  const unknown = fc.string().filter((name) => !["after", "before", "replies", "replyto", "q"].includes(name));
  fc.assert(
    fc.property(fc.array(fc.tuple(unknown, fc.string())), fc.string({ minLength: 1, maxLength: 100 }), (noise, after) => {
      const query = `?${new URLSearchParams([...noise, ["after", after], ...noise]).toString()}`;
      expect(sharedAddress("/a", query)).toEqual(sharedAddress("/a", `?${new URLSearchParams({ after }).toString()}`));
    }),
  );
});
