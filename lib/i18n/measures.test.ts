import { expect, test } from "vitest";
import { formatBytes, formatDuration } from "@/lib/i18n/measures";

test.each([
  [0, "0 seconds", "0 Sekunden"],
  [119, "119 seconds", "119 Sekunden"],
  [300, "5 minutes", "5 Minuten"],
  [7_199, "120 minutes", "120 Minuten"],
  [10_800, "3 hours", "3 Stunden"],
  [259_200, "3 days", "3 Tage"],
])("%i seconds are told in the unit that fits", (seconds, en, de) => {
  expect([formatDuration(seconds, "en"), formatDuration(seconds, "de")]).toEqual([en, de]);
});

test.each([
  [0, "0 byte", "0 Byte"],
  [999, "999 byte", "999 Byte"],
  [1_000, "1 kB", "1 kB"],
  [3_440_000, "3.4 MB", "3,4 MB"],
  [2e15, "2,000 TB", "2.000 TB"],
])("%i bytes are told in the unit that fits", (bytes, en, de) => {
  expect([formatBytes(bytes, "en"), formatBytes(bytes, "de")]).toEqual([en, de]);
});
