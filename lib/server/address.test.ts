import fc from "fast-check";
import { expect, test } from "vitest";
import { countedAddress } from "@/lib/server/address";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  [" 192.0.2.7:4711 ", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::ffff:c000:207", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["[2001:DB8:1:2::6]:443", "2001:db8:1:2::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
])("%s counts as %s", (written, counted) => {
  expect(countedAddress(written)).toBe(counted);
});

test.each(["", "unknown", "_hidden", "300.1.1.1", "1.2.3", "[::1", "2001:db8::1::2"])("%j is no address", (written) => {
  expect(countedAddress(written)).toBeNull();
});

test("all addresses of one /64 count as one, and two /64 as two", () => {
  const group = fc.integer({ min: 1, max: 0xfffe }).map((value) => value.toString(16));
  const four = fc.tuple(group, group, group, group).map((groups) => groups.join(":"));
  fc.assert(
    fc.property(four, four, four, four, (prefix, other, host, neighbour) => {
      expect(countedAddress(`${prefix}:${host}`)).toBe(countedAddress(`${prefix}:${neighbour}`));
      if (prefix !== other) expect(countedAddress(`${prefix}:${host}`)).not.toBe(countedAddress(`${other}:${host}`));
    }),
  );
});

test("whatever a proxy writes, it is an address or none", () => {
  fc.assert(fc.property(fc.string(), (written) => void countedAddress(written)));
});
