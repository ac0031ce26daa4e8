import { expect, test, vi } from "vitest";
import { logError, logInfo } from "@/lib/log";

function lineOf(work: () => void, to: "log" | "error"): Record<string, unknown> {
  const spy = vi.spyOn(console, to).mockImplementation(() => {});
  work();
  const [[line]] = spy.mock.calls as [[string]];
  spy.mockRestore();
  return JSON.parse(line) as Record<string, unknown>;
}

test("a line is one JSON object with time, level and event", () => {
  expect(lineOf(() => logInfo("page dropped", { count: 2 }), "log")).toMatchObject({ level: "info", event: "page dropped", count: 2 });
});

test("an error is told with its causes and codes, and where it was", () => {
  const cause = Object.assign(new Error("connect failed"), { code: "ECONNREFUSED" });
  const line = lineOf(() => logError("request failed", new Error("no", { cause }), { id: "7" }), "error");
  expect(line).toMatchObject({ event: "request failed", id: "7", cause: "Error: no <- Error ECONNREFUSED: connect failed" });
  expect(line.at).toContain("log.test.ts");
});

test("a copy of an error is told by its message", () => {
  const copy = { message: "no mailbox for ada@example.org here", queue: "mail.held" };
  expect(lineOf(() => logError("jobs", copy), "error")).toMatchObject({ cause: "no mailbox for [address] here" });
});

test.each([
  "no mailbox for ada@example.org here",
  "no route to 203.0.113.7",
  "no route to 2001:db8:1:2::7",
  'value "Dear editors" is too long',
  "Invalid `prisma.comment.create()`:\n{ body: Dear editors ada@example.org }\n\nArgument postId is missing.",
])("neither address, IP nor text of a person is in a line: %j", (message) => {
  const line = JSON.stringify(lineOf(() => logError("failed", new Error(message)), "error"));
  expect(line).not.toMatch(/ada@|203\.0\.113|2001:db8|Dear/);
});
