import { builtActions, callAction, callWith, sessionCookie } from "@/e2e/direct";
import { expect, test } from "@/e2e/fixtures";
import { privateDb } from "@/lib/db/private";
import { makeUser, TEST_PASSWORD } from "@/lib/testing/make";

// Arguments of every kind, as one writes them by hand.

const actions = builtActions();
const ledger = () => privateDb.auditEvent.count();

/** What may stand in an argument's place when it is written by hand (`$n5`: React's mark of a BigInt). */
const JUNK = [1, "\u0000\ud800", null, [[null]], { id: {} }, "$n5"];
const FIELDS = [
  "id",
  "userId",
  "parentId",
  "act",
  "move",
  "way",
  "shown",
  "event",
  "name",
  "slug",
  "text",
  "at",
  "days",
  "menus",
  "sessionId",
];

test("called with what is no argument of theirs, actions refuse it, and change nothing [C4]", async ({ site }) => {
  test.slow();
  const email = `junk-${Date.now()}@example.org`;
  await makeUser({ role: "administrator", email, signsIn: true });
  const cookie = await sessionCookie(site.url, "2001:db8:fd:8::1", { email, password: TEST_PASSWORD });
  const before = await ledger();
  const fields = Object.fromEntries(FIELDS.map((name) => [name, "\u0000"]));
  for (const action of actions) {
    const given = [[], ...JUNK.map((junk) => Array<unknown>(action.argumentCount).fill(junk))];
    const answers = await Promise.all([
      ...given.map((each) => callWith(site.url, action, { cookie }, each)),
      callAction(site.url, action, { cookie, fields }),
    ]);
    expect(Math.max(...answers.map(({ status }) => status)), action.name).toBeLessThan(500);
  }
  expect(await ledger()).toBe(before);
});
