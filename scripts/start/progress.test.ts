import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeProgress } from "@/scripts/start/progress.mjs";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is written while half of a work of twelve seconds is done after six. */
async function written(isTTY: boolean): Promise<string[]> {
  const lines: string[] = [];
  let done = 0;
  const step = makeProgress(new AbortController().signal, { isTTY, write: (text) => lines.push(text) });
  const stepped = step(
    () => `${done} of 2`,
    async () => {
      for (; done < 2; done++) await new Promise((resolve) => setTimeout(resolve, 6_000));
    },
  );
  await vi.advanceTimersByTimeAsync(12_000);
  await stepped;
  return lines;
}

test("on a terminal one line renews itself, each second, and says how far it is by then", async () => {
  const lines = await written(true);
  const [first, sixth, seventh] = [lines[0], lines[5], lines[7]];
  expect([first, sixth, seventh]).toEqual(["\r\x1b[K  … 0 of 2 0 s", "\r\x1b[K  … 0 of 2 5 s", "\r\x1b[K  … 1 of 2 7 s"]);
  expect(lines.at(-1)).toBe("\r\x1b[K  ✓ 2 of 2, 12.0 s\n");
  expect(lines.slice(0, -1).join("")).not.toContain("\n");
});

test("elsewhere a line is written at the beginning, every ten seconds, and at the end", async () => {
  expect(await written(false)).toEqual(["  … 0 of 2\n", "  … 1 of 2, 10 s\n", "  ✓ 2 of 2, 12.0 s\n"]);
});
