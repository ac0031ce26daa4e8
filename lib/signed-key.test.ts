import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { expiringKey, openExpiringKey, openSignedId, openSignedKey, signedId, signedKey } from "@/lib/signed-key";

test("a key gives back what it names, and fits into a path", () => {
  const id = newId();
  expect(signedId("a", id)).toMatch(/^[\w-]{43}$/);
  expect(openSignedId("a", signedId("a", id))).toBe(id);
});

test("a key for one purpose opens nothing else", () => {
  expect(openSignedId("b", signedId("a", newId()))).toBeNull();
});

test("a key of which one byte was changed, cut off or added opens nothing", () => {
  const bytes = Buffer.from(signedKey("a", Buffer.from("named")), "base64url");
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(openSignedKey("a", changed.toString("base64url"))).toBeNull();
    expect(openSignedKey("a", bytes.subarray(0, at).toString("base64url"))).toBeNull();
  }
  for (const more of ["A", "=", " ", "AA"]) expect(openSignedKey("a", bytes.toString("base64url") + more)).toBeNull();
});

test("an expiring key opens until its end, and its end is signed with it", () => {
  const end = new Date("2026-11-24T12:00:00Z");
  const key = expiringKey("a", Buffer.from("named"), end);
  expect(openExpiringKey("a", key, new Date(end.getTime() - 1))?.toString()).toBe("named");
  expect(openExpiringKey("a", key, end)).toBeNull();
  expect(openExpiringKey("a", signedKey("a", Buffer.from("short")), end)).toBeNull();
});
