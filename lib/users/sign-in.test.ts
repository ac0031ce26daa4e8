import { beforeEach, expect, test, vi } from "vitest";
import * as argon2 from "@node-rs/argon2";
import { privateDb } from "@/lib/db/private";
import { makeUser } from "@/lib/testing/make";
import { hashPassword } from "@/lib/users/password";
import { sessionActor } from "@/lib/users/session";
import { signIn } from "@/lib/users/sign-in";

vi.mock("@node-rs/argon2", { spy: true });

const PASSWORD = "correct horse battery";
const passwordHash = await hashPassword(PASSWORD);
const from = (ip: string) => ({ ip, agent: "test" });
const failed = { ok: false, error: "signInFailed" };
const aboutAQuarter: unknown = expect.toSatisfy((wait: number) => wait > 890 && wait <= 900);
const tooMany = { ok: false, error: "tooMany", retryAfter: aboutAQuarter };
let people = 0;

/** A user who can sign in, with an e-mail address of their own. */
async function makePerson() {
  const email = `person${++people}@example.org`;
  const user = await makeUser({ email });
  await privateDb.user.update({ where: { id: user.id }, data: { passwordHash }, select: { id: true } });
  return { ...user, email };
}

async function fail(times: number, email: string, ip: (n: number) => string) {
  for (let n = 0; n < times; n++) expect(await signIn(from(ip(n)), { email, password: `wrong ${n}` })).toEqual(failed);
}

beforeEach(async () => {
  await privateDb.throttle.deleteMany();
});

test("the right password begins a session, and leaves an audit row [C13]", async () => {
  const person = await makePerson();
  const result = await signIn(from("192.0.2.1"), { email: ` ${person.email.toUpperCase()} `, password: PASSWORD });
  if (!result.ok || result.sessionId === undefined) throw new Error("not signed in");
  expect(await sessionActor(result.sessionId)).toEqual({ id: person.id, name: person.name, role: person.role });
  expect(await privateDb.auditEvent.count({ where: { actorId: person.id, act: "user.signIn" } })).toBe(1);
});

test("what no account can be called is refused like a wrong password, and fails nothing [C13][C4]", async () => {
  for (const email of ["", "a\u0000da@example.org", "\u0000", `${"a".repeat(5000)}@example.org`]) {
    expect(await signIn(from("192.0.2.1"), { email, password: PASSWORD })).toEqual(failed);
  }
});

test("a wrong password and an unknown, invited or deactivated account are one refusal, after the same work [C13]", async () => {
  const person = await makePerson();
  const gone = await makePerson();
  await privateDb.user.update({ where: { id: gone.id }, data: { deactivatedAt: new Date() } });
  await makeUser({ email: "invited@example.org" });
  const tries = [
    { email: person.email, password: "wrong" },
    { email: "nobody@example.org", password: PASSWORD },
    { email: "invited@example.org", password: PASSWORD },
    { email: gone.email, password: PASSWORD },
  ];
  for (const [n, credentials] of tries.entries()) {
    vi.mocked(argon2.verify).mockClear();
    expect(await signIn(from(`192.0.2.${n}`), credentials)).toEqual(failed);
    expect(argon2.verify).toHaveBeenCalledOnce();
    expect(vi.mocked(argon2.verify).mock.calls[0]?.[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  }
  expect(await privateDb.session.count({ where: { userId: { in: [person.id, gone.id] } } })).toBe(0);
});

test("what is no text, or far too long, is refused like a wrong password", async () => {
  for (const input of [
    undefined,
    {},
    { email: "a@b.example" },
    { email: "a@b.example", password: "x".repeat(1001) },
    { email: 7, password: [] },
  ]) {
    expect(await signIn(from("192.0.2.1"), input)).toEqual(failed);
  }
});

test.each(["known", "unknown"])("an account, %s, has 10 failed tries in 15 minutes, from all addresses together [C13]", async (kind) => {
  const email = kind === "known" ? (await makePerson()).email : "nobody@example.org";
  await fail(10, email, (n) => `198.51.100.${n}`);
  expect(await signIn(from("198.51.100.99"), { email, password: PASSWORD })).toEqual(tooMany);
});

test("after a quarter of an hour the tries are free again [C13]", async () => {
  const { email } = await makePerson();
  await fail(10, email, () => "198.51.100.1");
  await privateDb.$executeRaw`update throttle set started_at = started_at - interval '15 minutes'`;
  expect(await signIn(from("198.51.100.1"), { email, password: PASSWORD })).toMatchObject({ ok: true });
});

test("an address from which the account signed in before has its own count: a stranger locks nobody out there [C13]", async () => {
  const { email } = await makePerson();
  expect(await signIn(from("203.0.113.5"), { email, password: PASSWORD })).toMatchObject({ ok: true });
  await fail(10, email, (n) => `198.51.100.${n}`);
  expect(await signIn(from("198.51.100.50"), { email, password: PASSWORD })).toEqual(tooMany);
  await fail(9, email, () => "203.0.113.5");
  expect(await signIn(from("203.0.113.5"), { email, password: PASSWORD })).toMatchObject({ ok: true });
  await fail(1, email, () => "203.0.113.5");
  expect(await signIn(from("203.0.113.5"), { email, password: PASSWORD })).toEqual(tooMany);
});

test("an address has 30 failed tries over all accounts; a colleague elsewhere is not held up [C13]", async () => {
  const [ada, grace] = [await makePerson(), await makePerson()];
  for (let n = 0; n < 30; n++) await fail(1, `guess${n % 5}@example.org`, () => "198.51.100.7");
  expect(await signIn(from("198.51.100.7"), { email: ada.email, password: PASSWORD })).toEqual(tooMany);
  expect(await signIn(from("198.51.100.8"), { email: grace.email, password: PASSWORD })).toMatchObject({ ok: true });
});

test("a success counts for nothing: it neither counts nor resets [C13]", async () => {
  const { email } = await makePerson();
  for (let n = 0; n < 12; n++) expect(await signIn(from("203.0.113.9"), { email, password: PASSWORD })).toMatchObject({ ok: true });
  await fail(9, email, () => "203.0.113.9");
  expect(await signIn(from("203.0.113.9"), { email, password: PASSWORD })).toMatchObject({ ok: true });
  await fail(1, email, () => "203.0.113.9");
  expect(await signIn(from("203.0.113.9"), { email, password: PASSWORD })).toEqual(tooMany);
});

test("of many tries at once no more than 10 are looked at [C13]", async () => {
  const { email } = await makePerson();
  vi.mocked(argon2.verify).mockClear();
  const results = await Promise.all(Array.from({ length: 16 }, (_, n) => signIn(from(`198.51.100.${n}`), { email, password: "wrong" })));
  expect(results.filter((result) => !result.ok && result.error === "tooMany")).toHaveLength(6);
  expect(argon2.verify).toHaveBeenCalledTimes(10);
});

test("a session ends with its user's deactivation, with its own end, and after 14 days [C13]", async () => {
  const person = await makePerson();
  const begin = async () => {
    const result = await signIn(from("203.0.113.10"), { email: person.email, password: PASSWORD });
    if (!result.ok || result.sessionId === undefined) throw new Error("not signed in");
    return result.sessionId;
  };
  const [ended, old, left] = [await begin(), await begin(), await begin()];
  await privateDb.session.update({ where: { id: ended }, data: { endedAt: new Date() } });
  expect(await sessionActor(ended)).toBeNull();
  expect(await sessionActor(old, new Date(Date.now() + 14 * 86_400_000))).toBeNull();
  expect(await sessionActor(left)).not.toBeNull();
  await privateDb.user.update({ where: { id: person.id }, data: { deactivatedAt: new Date() } });
  expect(await sessionActor(left)).toBeNull();
});
