import { expect, test } from "vitest";
import { emailDigest, openEmail, sealContact, sealEmail } from "@/lib/comments/contact";

const sender = { ip: "2001:db8:1:2:3:4:5:6", agent: "Agent\u0000 \u{1f600}".repeat(100) };

test("an address is sealed, never twice to the same bytes, and opened again", () => {
  const [one, two] = [sealEmail("Ada@example.org"), sealEmail("Ada@example.org")];
  expect(one.equals(two)).toBe(false);
  expect(one.toString("latin1")).not.toContain("example");
  expect([openEmail(one), openEmail(two)]).toEqual(["Ada@example.org", "Ada@example.org"]);
});

test("a sealed address that was changed does not open", () => {
  const sealed = sealEmail("ada@example.org");
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  expect(() => openEmail(sealed)).toThrow();
});

test("an address is found again whatever its capitals, and tells nothing", () => {
  expect(emailDigest("ADA@Example.org").equals(emailDigest("ada@example.org"))).toBe(true);
  expect(emailDigest("ada@example.org").equals(emailDigest("adb@example.org"))).toBe(false);
});

test("of the sender a prefix and a bounded user agent are kept, never the whole address", () => {
  const contact = sealContact("ada@example.org", sender);
  expect(contact.ipPrefix).toBe("2001:db8:1::/48");
  expect(contact.userAgent).toMatch(/^[\x20-\x7e]{300}$/);
});
