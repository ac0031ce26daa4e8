import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { forgetTurns } from "@/lib/throttle/forget";

const now = new Date("2026-03-15T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

test("counts of more than a day ago are removed, later ones still count", async () => {
  const kept = { bucket: Buffer.from("kept"), count: 3, startedAt: hoursAgo(23.9) };
  await privateDb.throttle.createMany({ data: [kept, { ...kept, bucket: Buffer.from("gone"), startedAt: hoursAgo(24.1) }] });
  expect(await forgetTurns(now)).toBe(1);
  expect(await privateDb.throttle.findMany({ select: { startedAt: true } })).toEqual([{ startedAt: kept.startedAt }]);
});
