import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { senderOf } from "@/lib/server/sender";

function requestWith(headers: Record<string, string>, remoteAddress = "127.0.0.1"): IncomingMessage {
  const socket = Object.defineProperty(new Socket(), "remoteAddress", { value: remoteAddress });
  return Object.assign(new IncomingMessage(socket), { headers });
}

const forwarded = "203.0.113.1, 203.0.113.2, 203.0.113.3";

test.each([
  [0, "127.0.0.1"],
  [1, "203.0.113.3"],
  [2, "203.0.113.2"],
  [3, "203.0.113.1"],
  [4, "203.0.113.1"],
])("with %i trusted proxies the client is %s [C9]", (proxies, ip) => {
  expect(senderOf(requestWith({ "x-forwarded-for": forwarded }), proxies).ip).toBe(ip);
});

test("without the header, or with junk in it, the client is who is connected", () => {
  expect(senderOf(requestWith({}, "198.51.100.4"), 2).ip).toBe("198.51.100.4");
  expect(senderOf(requestWith({ "x-forwarded-for": "unknown" }, "198.51.100.4"), 1).ip).toBe("198.51.100.4");
  expect(senderOf(requestWith({ "x-forwarded-for": " , ,203.0.113.9" }), 1).ip).toBe("203.0.113.9");
});

test("a user agent is kept to a bounded length", () => {
  expect(senderOf(requestWith({ "user-agent": "a".repeat(10_000) }), 0).agent).toHaveLength(500);
});
