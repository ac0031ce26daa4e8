import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { createFirstAdministrator } from "@/lib/users/first";
import { signIn } from "@/lib/users/sign-in";

const typable: unknown = expect.stringMatching(/^[\w-]{24}$/);

test("of several starts at once one makes the first administrator, who can sign in", async () => {
  const made = (await Promise.all(Array.from({ length: 4 }, createFirstAdministrator))).filter((one) => one !== null);
  expect(made).toHaveLength(1);
  expect(made[0]).toEqual({ email: "admin@example.org", password: typable });
  expect(await signIn({ ip: "192.0.2.1", agent: "test" }, made[0])).toMatchObject({ ok: true });
  expect(await privateDb.user.findMany({ select: { role: true } })).toEqual([{ role: "administrator" }]);
  expect(await createFirstAdministrator()).toBeNull();
});
