import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { makeUser } from "@/lib/testing/make";
import { codeAt, giveSecondFactor } from "@/lib/testing/second-factor";
import { confirmSignIn } from "@/lib/users/confirm-sign-in";
import { disconnectProvider } from "@/lib/users/disconnect-provider";
import { signInByProvider } from "@/lib/users/sign-in-by-provider";

const ISSUER = "https://login.example.org";
const here = { ip: "192.0.2.1", agent: "test" };
const failed = { ok: false, error: "signInFailed" };
let people = 0;

/** Somebody who can sign in here, and what the provider says of them. */
async function makePerson(given: { signsIn?: boolean } = {}) {
  const email = `provider${++people}@example.org`;
  const user = await makeUser({ email, signsIn: true, ...given });
  return { user, claims: { sub: `subject ${people}`, email: ` ${email.toUpperCase()}`, email_verified: true } };
}

const by = (claims: unknown, issuer = ISSUER) => signInByProvider(here, issuer, claims);

test("who the provider vouches for is signed in by the verified address first, by the subject ever after", async () => {
  const { user, claims } = await makePerson();
  expect(await by(claims)).toMatchObject({ ok: true, userId: user.id });
  expect(await by({ sub: claims.sub, email: "elsewhere@example.org" })).toMatchObject({ ok: true, userId: user.id });
  expect(await privateDb.auditEvent.count({ where: { actorId: user.id, act: "user.connectProvider" } })).toBe(1);
});

test.each([
  ["unverified", { email_verified: false }],
  ["not said to be verified", { email_verified: undefined }],
  ["said to be verified in other words", { email_verified: 1 }],
  ["nobody's here", { email: "nobody@example.org" }],
  ["not there", { email: undefined }],
  ["without a subject", { sub: "" }],
])("an address that is %s lets nobody in and connects nothing", async (_, changed) => {
  const { user, claims } = await makePerson();
  expect(await by({ ...claims, ...changed })).toEqual(failed);
  expect(await privateDb.user.findUnique({ where: { id: user.id }, select: { oidcSubject: true } })).toEqual({ oidcSubject: null });
});

test("neither an invited nor a deactivated account is opened by its address", async () => {
  const [invited, gone] = [await makePerson({ signsIn: false }), await makePerson()];
  await by(gone.claims);
  await privateDb.user.update({ where: { id: gone.user.id }, data: { deactivatedAt: new Date() } });
  expect([await by(invited.claims), await by(gone.claims)]).toEqual([failed, failed]);
});

test("a second factor is asked for all the same", async () => {
  const { user, claims } = await makePerson();
  const secret = await giveSecondFactor(user.id);
  const result = await by(claims);
  if (!result.ok || result.challenge === undefined) throw new Error("no challenge");
  expect(await privateDb.session.count({ where: { userId: user.id } })).toBe(0);
  const now = new Date();
  expect(await confirmSignIn(here, { key: result.challenge, code: codeAt(secret, now) }, now)).toMatchObject({ ok: true, userId: user.id });
});

test("another subject with the same address is another person, until one disconnects; another provider's is not", async () => {
  const { user, claims } = await makePerson();
  await by(claims);
  const other = { ...claims, sub: "another subject" };
  expect(await by(other)).toEqual(failed);
  expect(await by({ ...claims, email: "nobody@example.org" }, "https://other.example.org"), "a subject counts at its issuer").toEqual(
    failed,
  );
  expect(await by(claims, "https://other.example.org")).toMatchObject({ ok: true, userId: user.id });
  expect(await disconnectProvider(user)).toEqual({ ok: true });
  expect(await disconnectProvider(user)).toEqual({ ok: false, error: "notFound" });
  expect(await by(other)).toMatchObject({ ok: true, userId: user.id });
});
