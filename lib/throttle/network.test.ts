import { expect, test } from "vitest";
import { networkOf, prefixOf } from "@/lib/throttle/network";

test.each([
  ["192.0.2.7", "192.0.2.7", "192.0.2.0/24"],
  ["::ffff:192.0.2.7", "192.0.2.7", "192.0.2.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "2001:db8:1::/48"],
  ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64", "2001:db8:1::/48"],
  ["::1", "0:0:0:0::/64", "0:0:0::/48"],
  ["fe80::1%eth0", "fe80:0:0:0::/64", "fe80:0:0::/48"],
  ["nobody", "nobody", null],
  ["", "", null],
])("%s counts as %s and is stored as %s", (ip, network, prefix) => {
  expect(networkOf(ip)).toBe(network);
  expect(prefixOf(ip)).toBe(prefix);
});

test("two addresses of one /64 are one sender, of two are two", () => {
  expect(networkOf("2001:db8::1")).toBe(networkOf("2001:db8::ffff:1"));
  expect(networkOf("2001:db8::1")).not.toBe(networkOf("2001:db8:0:1::1"));
});
