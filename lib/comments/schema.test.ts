import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commentInput, MAX_BODY_CHARS, MAX_NAME_CHARS, MAX_WEBSITE_CHARS } from "@/lib/comments/schema";

const good = { postId: "0193a000-0000-7000-8000-000000000000", name: "Ada", email: "ada@example.org", body: "Danke!" };
const parse = (fields: object) => commentInput.safeParse({ ...good, ...fields });
const problems = (fields: object) => parse(fields).error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`) ?? [];
const family = "👨‍👩‍👧‍👦"; // 7 code points, 11 UTF-16 units
const graphemes = (count: number) => family.repeat(count);

test("what may be left out comes out empty", () => {
  expect(parse({}).data).toEqual({ ...good, parentId: null, topic: "", took: null, key: "", website: null });
});

describe("lengths in code points, at their borders [C10]", () => {
  test.each([
    ["name", "n".repeat(MAX_NAME_CHARS), []],
    ["name", "n".repeat(MAX_NAME_CHARS + 1), ["name tooLong"]],
    ["name", "😀".repeat(MAX_NAME_CHARS), []],
    ["name", "😀".repeat(MAX_NAME_CHARS + 1), ["name tooLong"]],
    ["name", graphemes(35), []],
    ["name", `${graphemes(35)}n`, ["name tooLong"]],
    ["name", ` \t${"n".repeat(MAX_NAME_CHARS)}\n `, []],
    ["body", "b".repeat(MAX_BODY_CHARS), []],
    ["body", "b".repeat(MAX_BODY_CHARS + 1), ["body tooLong"]],
    ["body", "😀".repeat(MAX_BODY_CHARS), []],
    ["body", "😀".repeat(MAX_BODY_CHARS + 1), ["body tooLong"]],
    // NFC comes first: e + U+0301 is one code point.
    ["body", "e\u0301".repeat(MAX_BODY_CHARS), []],
    ["website", `https://e.org/${"p".repeat(MAX_WEBSITE_CHARS - 14)}`, []],
    ["website", `https://e.org/${"p".repeat(MAX_WEBSITE_CHARS - 13)}`, ["website tooLong"]],
    ["email", `${"l".repeat(64)}@example.org`, []],
    ["email", `${"l".repeat(65)}@example.org`, ["email tooLong"]],
    ["email", `l@${`${"d".repeat(61)}.`.repeat(4)}dorg`, []],
    ["email", `l@${`${"d".repeat(61)}.`.repeat(4)}dorgs`, ["email tooLong"]],
  ])("%s #%#", (field, value, expected) => {
    expect(problems({ [field]: value })).toEqual(expected);
  });
});

describe("addresses [C10]", () => {
  test.each([" Ada@Example.ORG ", "a.b+c@sub.example.org", "!#$%&'*+/=?^_`{|}~-@e.de", ".a..b.@example.org"])("%j is taken", (email) => {
    expect(parse({ email }).data?.email).toBe(email.trim());
  });
  test.each([
    "ada",
    "ada@localhost",
    "ada@",
    "@e.org",
    "a b@e.org",
    "a@e..org",
    "a@-e.org",
    "a@e.org.",
    "ä@e.org",
    "a@b@e.org",
    '"a b"@e.org',
    "a@[192.0.2.1]",
  ])("%j is not", (email) => {
    expect(problems({ email })).toEqual(["email invalidEmail"]);
  });
});

describe("websites [C10]", () => {
  test.each(["https://example.org", "HTTP://EXAMPLE.ORG/ä?b=c#d", "http://localhost:8080", "  https://e.org  "])(
    "%j is taken",
    (website) => {
      expect(parse({ website }).data?.website).toBe(website.trim());
    },
  );
  test.each([
    "example.org",
    "javascript:alert(1)",
    "ftp://e.org",
    "https://",
    "http:e.org",
    "https://e.org/a b",
    "//e.org",
    "data:text/html,x",
    "https://[",
    "mailto:a@e.org",
  ])("%j is not", (website) => {
    expect(problems({ website })).toEqual(["website invalidUrl"]);
  });
  test.each(["", "   "])("%j is none", (website) => {
    expect(parse({ website }).data?.website).toBeNull();
  });
});

test.each(["body", "name", "email"])("a %s of nothing but spaces and control characters is missing [C7]", (field) => {
  for (const value of ["", "  ", "\u0000", "\u0007 \u009f", undefined]) expect(problems({ [field]: value })).toEqual([`${field} required`]);
});

test("texts come out in NFC, trimmed, with LF and without control characters [C12]", () => {
  const { data } = parse({
    body: " \u0000Bjo\u0308rn\r\nand\rAda\u001b[31m\u0085\n\n  x\u0007 ",
    name: "A\u0000da\nB",
    email: "a\u0000da@example.org",
  });
  expect(data).toMatchObject({ body: "Björn\nand\nAda[31m\n\n  x", name: "Ada B", email: "ada@example.org" });
  expect(parse({ name: "Bjo\u0007\u0308rn" }).data?.name).toBe("Björn");
});

test("a text that was cleaned is clean: parsing it again changes nothing [C12]", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (body) => {
      const first = parse({ body }).data?.body;
      if (first !== undefined) expect(parse({ body: first }).data?.body).toBe(first);
    }),
  );
});

test("nothing that is sent makes it throw", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...Object.keys(good), "parentId", "key", "website"), fc.anything({ withBigInt: true })),
      (fields) => {
        expect(typeof parse(fields).success).toBe("boolean");
      },
    ),
  );
});

test("a key may be anything: it is cut, never refused", () => {
  expect(parse({ key: "\u0000k".repeat(300) }).data?.key).toBe("k".repeat(200));
});
