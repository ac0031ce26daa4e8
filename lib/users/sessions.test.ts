import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { makeUser } from "@/lib/testing/make";
import { browserName } from "@/lib/users/browser-name";
import { endOtherSessions, endOwnSession } from "@/lib/users/end-session";
import { ownSessions } from "@/lib/users/newsroom";
import type { Actor } from "@/lib/users/policy";
import { sessionActor } from "@/lib/users/session";

async function open(user: Actor, given: { createdAt?: Date; endedAt?: Date } = {}) {
  return (await privateDb.session.create({ data: { userId: user.id, ...given }, select: { id: true } })).id;
}

test("one sees one's own open sessions, newest first, and ends one of them at once", async () => {
  const [user, other] = [await makeUser(), await makeUser()];
  const [first, mine] = [await open(user), await open(user)];
  await open(user, { endedAt: new Date() });
  await open(user, { createdAt: new Date(Date.now() - 15 * 86_400_000) });
  const foreign = await open(other);
  expect((await ownSessions(user, mine)).map(({ id, isThisOne }) => [id, isThisOne])).toEqual([
    [mine, true],
    [first, false],
  ]);
  expect(await endOwnSession(user, { sessionId: first })).toEqual({ ok: true });
  expect(await sessionActor(first)).toBeNull();
  const notFound = { ok: false, error: "notFound" };
  expect(await endOwnSession(user, { sessionId: first })).toEqual(notFound);
  expect(await endOwnSession(user, { sessionId: foreign })).toEqual(notFound);
  expect(await endOwnSession(user, { sessionId: "x" })).toMatchObject({ error: "invalid" });
  expect(await sessionActor(foreign)).not.toBeNull();
});

test("all others end together, this one stays", async () => {
  const user = await makeUser();
  const [one, mine, three] = [await open(user), await open(user), await open(user)];
  await endOtherSessions(user, mine);
  expect([await sessionActor(one), await sessionActor(three)]).toEqual([null, null]);
  expect(await sessionActor(mine)).not.toBeNull();
});

test("that a session is used is noted once a minute", async () => {
  const user = await makeUser();
  const id = await open(user);
  const now = new Date();
  const lastAt = async () => (await privateDb.session.findUniqueOrThrow({ where: { id } })).lastAt;
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  await sessionActor(id, now);
  expect(await lastAt()).toEqual(now);
  await sessionActor(id, after(59));
  expect(await lastAt()).toEqual(now);
  await sessionActor(id, after(61));
  expect(await lastAt()).toEqual(after(61));
});

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
    "Edge",
    "Windows",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Linux"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    "Safari",
    "iPhone",
  ],
  [
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
    "Chrome",
    "Android",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 OPR/120.0.0.0",
    "Opera",
    "macOS",
  ],
  ["curl/8.5.0", null, null],
])("%s is known by its common name", (agent, browser, system) => {
  expect(browserName(agent)).toEqual({ browser, system });
});
