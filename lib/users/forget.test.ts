import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { makeUser } from "@/lib/testing/make";
import { forgetSignIns } from "@/lib/users/forget";

const days = (count: number) => new Date(Date.now() - count * 86_400_000);

test("old sessions, links and addresses are forgotten, those in use are not", async () => {
  const { id: userId } = await makeUser();
  for (const createdAt of [days(13), days(31)]) await privateDb.session.create({ data: { userId, createdAt } });
  for (const expiresAt of [days(-1), days(31)]) await privateDb.userToken.create({ data: { userId, expiresAt, purpose: "invitation" } });
  for (const [byte, lastAt] of [days(179), days(181)].entries()) {
    await privateDb.signInAddress.create({ data: { userId, lastAt, addressHash: Buffer.from([byte]) } });
  }
  await forgetSignIns();
  await forgetSignIns();
  const where = { userId };
  expect([await privateDb.session.count({ where }), await privateDb.userToken.count({ where })]).toEqual([1, 1]);
  expect(await privateDb.signInAddress.count({ where })).toBe(1);
});
