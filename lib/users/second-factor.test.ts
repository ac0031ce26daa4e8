import { beforeEach, expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { makeUser, TEST_PASSWORD } from "@/lib/testing/make";
import { codeAt, giveSecondFactor } from "@/lib/testing/second-factor";
import { beginSecondFactor } from "@/lib/users/begin-second-factor";
import { challengeKey } from "@/lib/users/challenge";
import { changePassword } from "@/lib/users/change-password";
import { confirmSecondFactor } from "@/lib/users/confirm-second-factor";
import { confirmSignIn } from "@/lib/users/confirm-sign-in";
import { deactivateUser } from "@/lib/users/deactivate";
import { endSecondFactor } from "@/lib/users/end-second-factor";
import type { Actor } from "@/lib/users/policy";
import { renewCodes } from "@/lib/users/renew-codes";
import { resetSecondFactor } from "@/lib/users/reset-second-factor";
import { signIn } from "@/lib/users/sign-in";

const NOW = new Date("2026-03-15T12:00:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const from = (ip: string) => ({ ip, agent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" });
const here = from("192.0.2.1");
const codeWrong = { ok: false, error: "codeWrong" };
const expired = { ok: false, error: "signInExpired" };
const atCode = { ok: false, error: "invalid", fields: { code: ["codeWrong"] } };
let people = 0;

/** A user with password and second factor, and what their app holds. */
async function makePerson(role: Actor["role"] = "editor") {
  const email = `second${++people}@example.org`;
  const actor = await makeUser({ email, role, signsIn: true });
  return { actor, email, secret: await giveSecondFactor(actor.id) };
}

/** The challenge that the right password leads to. */
async function challengeOf(email: string, now = NOW, ip = "192.0.2.1"): Promise<string> {
  const result = await signIn(from(ip), { email, password: TEST_PASSWORD }, now);
  if (!result.ok || result.challenge === undefined) throw new Error("no challenge");
  return result.challenge;
}

const sessionsOf = (actor: Actor) => privateDb.session.count({ where: { userId: actor.id, endedAt: null } });
const audited = async (actor: Actor) =>
  (await privateDb.auditEvent.findMany({ where: { subjectId: actor.id }, orderBy: { id: "asc" } })).map(({ act }) => act);

beforeEach(async () => {
  await privateDb.throttle.deleteMany();
});

test("the password alone begins no session; with a code of the app one begins, once", async () => {
  const { actor, email, secret } = await makePerson();
  const key = await challengeOf(email);
  expect(await sessionsOf(actor)).toBe(0);
  expect(await audited(actor)).toEqual([]);
  const code = codeAt(secret, NOW);
  expect(await confirmSignIn(here, { key, code }, NOW)).toMatchObject({ ok: true, userId: actor.id });
  expect(await audited(actor)).toEqual(["user.signIn"]);
  expect(await confirmSignIn(here, { key, code }, NOW), "the same code once more").toEqual(codeWrong);
  expect(await sessionsOf(actor)).toBe(1);
  expect(await privateDb.session.findFirst({ where: { userId: actor.id }, select: { userAgent: true } })).toEqual({
    userAgent: here.agent,
  });
});

test("a code counts for half a minute around its own, and never after a later one", async () => {
  const { email, secret } = await makePerson();
  const key = await challengeOf(email);
  for (const [seconds, result] of [
    [-61, codeWrong],
    [61, codeWrong],
    [30, { ok: true }],
    [0, codeWrong],
    [-30, codeWrong],
  ] as const) {
    expect(await confirmSignIn(here, { key, code: codeAt(secret, later(seconds)) }, NOW), `${seconds} s`).toMatchObject(result);
  }
});

test("of one code sent many times at once one counts", async () => {
  const { actor, email, secret } = await makePerson();
  const key = await challengeOf(email);
  const code = codeAt(secret, NOW);
  const results = await Promise.all(Array.from({ length: 8 }, () => confirmSignIn(here, { key, code }, NOW)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await sessionsOf(actor)).toBe(1);
});

test.each([
  ["forged", () => "A".repeat(60)],
  ["empty", () => ""],
  ["signed for another", async (_email: string, other: string) => challengeOf(other)],
  ["too old", async (email: string) => challengeOf(email, later(-601))],
  ["of a password that nobody has", (_: string, __: string, id: string) => challengeKey(id, "$argon2id$other", NOW)],
])("a challenge that is %s opens nothing, with the right code", async (_, makeKey) => {
  const { actor, email, secret } = await makePerson();
  const { email: other } = await makePerson();
  const key = await makeKey(email, other, actor.id);
  expect(await confirmSignIn(here, { key, code: codeAt(secret, NOW) }, NOW)).toMatchObject({ ok: false });
  expect(await sessionsOf(actor)).toBe(0);
});

test("a challenge ends with the password that it was given for, and with the account", async () => {
  const { actor, email, secret } = await makePerson();
  const key = await challengeOf(email);
  await changePassword(actor, null, { current: TEST_PASSWORD, password: "another password" });
  expect(await confirmSignIn(here, { key, code: codeAt(secret, NOW) }, NOW)).toEqual(expired);
  const second = await makePerson();
  const secondKey = await challengeOf(second.email);
  const administrator = await makeUser({ role: "administrator", signsIn: true });
  await deactivateUser(administrator, { userId: second.actor.id });
  expect(await confirmSignIn(here, { key: secondKey, code: codeAt(second.secret, NOW) }, NOW)).toEqual(expired);
});

test("codes are throttled like passwords: ten tries a quarter of an hour, from all addresses together", async () => {
  const { email, secret } = await makePerson();
  const key = await challengeOf(email);
  for (let n = 0; n < 10; n++) {
    expect(await confirmSignIn(from(`198.51.100.${n}`), { key, code: "000000" }, NOW)).toEqual(codeWrong);
  }
  const right = { key, code: codeAt(secret, NOW) };
  expect(await confirmSignIn(from("198.51.100.99"), right, NOW)).toMatchObject({ ok: false, error: "tooMany" });
});

test("many wrong codes at once are not one try", async () => {
  const { email } = await makePerson();
  const key = await challengeOf(email);
  const tries = Array.from({ length: 30 }, (_, n) => confirmSignIn(from(`198.51.100.${n}`), { key, code: "000000" }, NOW));
  const results = await Promise.all(tries);
  expect(results.filter((result) => !result.ok && result.error === "codeWrong")).toHaveLength(10);
});

test("an address over all accounts has thirty tries; a right code counts for nothing", async () => {
  for (let n = 0; n < 3; n++) {
    const { email, secret } = await makePerson();
    const key = await challengeOf(email);
    for (let wrong = 0; wrong < 9; wrong++) await confirmSignIn(here, { key, code: "000000" }, NOW);
    expect(await confirmSignIn(here, { key, code: codeAt(secret, NOW) }, NOW)).toMatchObject({ ok: true });
  }
  const { email, secret } = await makePerson();
  const key = await challengeOf(email, NOW, "198.51.100.7");
  for (let wrong = 0; wrong < 3; wrong++) expect(await confirmSignIn(here, { key, code: "000000" }, NOW)).toEqual(codeWrong);
  expect(await confirmSignIn(here, { key, code: codeAt(secret, NOW) }, NOW)).toMatchObject({ error: "tooMany" });
});

test("who knows the password cannot go on trying codes for days", async () => {
  const { email } = await makePerson();
  const key = await challengeOf(email);
  let tries = 0;
  for (let quarter = 0; quarter < 8; quarter++) {
    for (let n = 0; n < 10; n++) {
      const result = await confirmSignIn(from(`198.51.100.${n}`), { key, code: "000000" }, NOW);
      if (!result.ok && result.error === "codeWrong") tries++;
    }
    await privateDb.$executeRaw`update throttle set started_at = started_at - interval '16 minutes'`;
  }
  expect(tries).toBe(50);
});

test("a second factor is set up by password and a first code; other sessions end, and the codes are shown once", async () => {
  const email = `setup${++people}@example.org`;
  const actor = await makeUser({ email, signsIn: true });
  const mine = await signIn(here, { email, password: TEST_PASSWORD });
  await signIn(here, { email, password: TEST_PASSWORD });
  if (!mine.ok || mine.sessionId === undefined) throw new Error("not signed in");
  expect(await beginSecondFactor(actor, { current: "wrong" }, "The Letter")).toMatchObject({ fields: { current: ["passwordWrong"] } });
  const begun = await beginSecondFactor(actor, { current: TEST_PASSWORD }, "The Letter", NOW);
  if (!begun.ok) throw new Error(begun.error);
  expect(begun.uri).toMatch(/^otpauth:\/\/totp\/The%20Letter:setup\d+%40example\.org\?issuer=The%20Letter&secret=[A-Z2-7]{32}&/);
  expect(await privateDb.user.findUnique({ where: { id: actor.id }, select: { totpSealed: true } })).toEqual({ totpSealed: null });
  expect(await confirmSecondFactor(actor, mine.sessionId, { setup: begun.key, code: "000000" }, NOW)).toEqual(atCode);
  const code = codeAt(begun.secret, NOW);
  const confirmed = await confirmSecondFactor(actor, mine.sessionId, { setup: begun.key, code }, NOW);
  if (!confirmed.ok) throw new Error(confirmed.error);
  expect(new Set(confirmed.codes).size).toBe(10);
  expect(await privateDb.session.findMany({ where: { userId: actor.id, endedAt: null }, select: { id: true } })).toEqual([
    { id: mine.sessionId },
  ]);
  const key = await challengeOf(email);
  expect(await confirmSignIn(here, { key, code }, NOW), "the code that was typed at set-up").toEqual(codeWrong);
  expect(await confirmSignIn(here, { key, code: codeAt(begun.secret, later(30)) }, later(30))).toMatchObject({ ok: true });
});

test("a set-up is one person's, for a quarter of an hour, and replaces no second factor", async () => {
  const [actor, other] = [await makeUser({ signsIn: true }), await makeUser({ signsIn: true })];
  const begun = await beginSecondFactor(actor, { current: TEST_PASSWORD }, "Site", NOW);
  if (!begun.ok) throw new Error(begun.error);
  const typed = { setup: begun.key, code: codeAt(begun.secret, NOW) };
  const setupExpired = { ok: false, error: "setupExpired" };
  expect(await confirmSecondFactor(other, null, typed, NOW)).toEqual(setupExpired);
  expect(await confirmSecondFactor(actor, null, { ...typed, setup: `${begun.key.slice(0, -2)}AA` }, NOW)).toEqual(setupExpired);
  expect(await confirmSecondFactor(actor, null, { setup: begun.key, code: codeAt(begun.secret, later(901)) }, later(901))).toEqual(
    setupExpired,
  );
  const both = await Promise.all([confirmSecondFactor(actor, null, typed, NOW), confirmSecondFactor(actor, null, typed, NOW)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await beginSecondFactor(actor, { current: TEST_PASSWORD }, "Site", NOW)).toEqual(setupExpired);
});

test("a recovery code lets in once, however it is typed; new ones end the old", async () => {
  const { actor, email, secret } = await makePerson();
  const renewed = await renewCodes(actor, here, { current: TEST_PASSWORD, code: codeAt(secret, NOW) }, NOW);
  if (!renewed.ok) throw new Error(renewed.error);
  const [first = "", second = "", third = ""] = renewed.codes;
  const key = await challengeOf(email);
  const typed = ` ${first.toUpperCase().replaceAll("-", " ")} `;
  const many = await Promise.all(Array.from({ length: 4 }, () => confirmSignIn(here, { key, code: typed }, NOW)));
  expect(many.filter(({ ok }) => ok)).toHaveLength(1);
  const again = { current: TEST_PASSWORD, code: second };
  expect(await renewCodes(actor, here, again, NOW)).toMatchObject({ ok: true });
  expect(await confirmSignIn(here, { key, code: third }, NOW)).toEqual(codeWrong);
});

test("a recovery code of one person is nothing for another", async () => {
  const [one, other] = [await makePerson(), await makePerson()];
  const renewed = await renewCodes(one.actor, here, { current: TEST_PASSWORD, code: codeAt(one.secret, NOW) }, NOW);
  const [code] = renewed.ok ? renewed.codes : [];
  expect(await confirmSignIn(here, { key: await challengeOf(other.email), code }, NOW)).toEqual(codeWrong);
});

test("turning it off takes password and code; then the password suffices", async () => {
  const { actor, email, secret } = await makePerson();
  const code = codeAt(secret, NOW);
  expect(await endSecondFactor(actor, here, { current: "wrong", code }, NOW)).toMatchObject({ fields: { current: ["passwordWrong"] } });
  expect(await endSecondFactor(actor, here, { current: TEST_PASSWORD, code: "000000" }, NOW)).toEqual(atCode);
  expect(await signIn(here, { email, password: TEST_PASSWORD })).toMatchObject({ challenge: expect.any(String) as unknown });
  expect(await endSecondFactor(actor, here, { current: TEST_PASSWORD, code }, NOW)).toEqual({ ok: true });
  expect(await signIn(here, { email, password: TEST_PASSWORD })).toMatchObject({ sessionId: expect.any(String) as unknown });
  expect(await privateDb.recoveryCode.count({ where: { userId: actor.id } })).toBe(0);
});

test("an administrator resets a colleague's second factor, never their own without a code", async () => {
  const { actor, email } = await makePerson("author");
  const administrator = await makePerson("administrator");
  for (const role of ["editor", "author", "contributor", "moderator"] as const) {
    expect(await resetSecondFactor(await makeUser({ role }), { userId: actor.id })).toEqual({ ok: false, error: "forbidden" });
  }
  expect(await resetSecondFactor(administrator.actor, { userId: administrator.actor.id })).toEqual({ ok: false, error: "forbidden" });
  expect(await resetSecondFactor(administrator.actor, { userId: actor.id })).toEqual({ ok: true });
  expect(await resetSecondFactor(administrator.actor, { userId: actor.id })).toEqual({ ok: false, error: "notFound" });
  expect(await signIn(here, { email, password: TEST_PASSWORD })).toMatchObject({ sessionId: expect.any(String) as unknown });
});

test("a look into the database tells neither secret nor recovery code, and another's secret does not fit", async () => {
  const [{ actor, secret }, other] = [await makePerson(), await makePerson()];
  const renewed = await renewCodes(actor, here, { current: TEST_PASSWORD, code: codeAt(secret, NOW) }, NOW);
  const stored = JSON.stringify(
    await privateDb.user.findUniqueOrThrow({ where: { id: actor.id }, include: { recoveryCodes: true } }),
    (_, value: unknown) =>
      typeof value === "bigint" ? String(value) : value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value,
  );
  for (const text of [secret, ...(renewed.ok ? renewed.codes : [])]) expect(stored).not.toContain(text);
  const { totpSealed } = await privateDb.user.findUniqueOrThrow({ where: { id: other.actor.id } });
  await privateDb.user.update({ where: { id: actor.id }, data: { totpSealed, totpStep: null } });
  const key = await challengeOf((await privateDb.user.findUniqueOrThrow({ where: { id: actor.id } })).email);
  await expect(confirmSignIn(here, { key, code: codeAt(other.secret, NOW) }, NOW)).rejects.toThrow();
});
