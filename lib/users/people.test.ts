import { expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import type { Role } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { heardDuring } from "@/lib/testing/heard";
import { makeUser, TEST_PASSWORD } from "@/lib/testing/make";
import { acceptInvitation } from "@/lib/users/accept-invitation";
import { changePassword } from "@/lib/users/change-password";
import { changeRole } from "@/lib/users/change-role";
import { deactivateUser } from "@/lib/users/deactivate";
import { inviteUser } from "@/lib/users/invite";
import { linkKey } from "@/lib/users/link";
import { listUsers } from "@/lib/users/newsroom";
import { linkOwner } from "@/lib/users/own";
import type { Actor } from "@/lib/users/policy";
import { reactivateUser } from "@/lib/users/reactivate";
import { requestReset } from "@/lib/users/request-reset";
import { resetPassword } from "@/lib/users/reset-password";
import { sessionActor } from "@/lib/users/session";
import { signIn } from "@/lib/users/sign-in";

const PASSWORD = "a password of one's own";
const forbidden = { ok: false, error: "forbidden" };
const expired = { ok: false, error: "linkExpired" };
const here = (ip = "192.0.2.1") => ({ ip, agent: "test" });
const acts = (actor: Actor) =>
  privateDb.auditEvent.findMany({ where: { actorId: actor.id }, select: { act: true }, orderBy: { id: "asc" } });
const jobs = (name: string) =>
  privateDb.$queryRaw<{ data: { tokenId: string } }[]>`select data from pgboss.job where name = ${name} order by created_on`;
let people = 0;
const newAddress = () => `person${++people}@example.org`;

async function invited(administrator: Actor, email = newAddress()) {
  const result = await inviteUser(administrator, { email, role: "moderator" });
  if (!result.ok) throw new Error(result.error);
  return { ...result, email };
}

async function signedIn(email: string, password: string): Promise<string> {
  const result = await signIn(here(), { email, password });
  if (!result.ok || result.sessionId === undefined) throw new Error("not signed in");
  return result.sessionId;
}

const MANAGING: [name: string, act: (actor: Actor, userId: string) => Promise<{ ok: boolean }>][] = [
  ["invite", (actor) => inviteUser(actor, { email: newAddress(), role: "author" })],
  ["change a role", (actor, userId) => changeRole(actor, { userId, role: "author" })],
  ["deactivate", (actor, userId) => deactivateUser(actor, { userId })],
  ["reactivate", (actor, userId) => reactivateUser(actor, { userId })],
];
const ROLES: Role[] = ["administrator", "editor", "author", "contributor", "moderator"];

test.each(ROLES.flatMap((role) => MANAGING.map(([name, act]) => ({ role, name, act }))))(
  "$role: may $name only as administrator [C15]",
  async ({ role, name, act }) => {
    const actor = await makeUser({ role, signsIn: true });
    const other = await makeUser({ role: "editor", signsIn: true });
    if (name === "reactivate") await privateDb.user.update({ where: { id: other.id }, data: { deactivatedAt: new Date() } });
    const before = await privateDb.user.findUnique({ where: { id: other.id } });
    const result = await act(actor, other.id);
    if (role === "administrator") {
      expect(result).toMatchObject({ ok: true });
      expect(await acts(actor)).toHaveLength(1);
    } else {
      expect(result).toEqual(forbidden);
      expect(await privateDb.user.findUnique({ where: { id: other.id } })).toEqual(before);
      expect(await acts(actor)).toEqual([]);
    }
  },
);

test("who is invited chooses name and password by the link, once, and signs in with them", async () => {
  const administrator = await makeUser({ role: "administrator", signsIn: true });
  const { key, email, userId } = await invited(administrator, " Grace@Example.org ");
  expect(await linkOwner("invitation", key)).toEqual({ email: "grace@example.org", role: "moderator" });
  expect((await jobs("mail.invitation")).at(-1)?.data.tokenId).toBe(key.split(".")[0]);
  expect(await acceptInvitation({ key, name: " Grace Hopper ", password: PASSWORD })).toEqual({ ok: true, email: "grace@example.org" });
  expect(await sessionActor(await signedIn(email, PASSWORD))).toEqual({ id: userId, name: "Grace Hopper", role: "moderator" });
  expect(await acceptInvitation({ key, name: "Somebody", password: "another password" })).toEqual(expired);
  expect(await linkOwner("invitation", key)).toBeNull();
});

test("pages with a by-line given to a colleague before they came are made anew with their name", async () => {
  const { key, userId } = await invited(await makeUser({ role: "administrator", signsIn: true }));
  const heard = await heardDuring(() => acceptInvitation({ key, name: "Grace", password: PASSWORD }));
  expect(heard).toContain(tags.user(userId));
});

test("of two who open one invitation at once one gets it", async () => {
  const { key } = await invited(await makeUser({ role: "administrator", signsIn: true }));
  const results = await Promise.all(["One", "Two"].map((name) => acceptInvitation({ key, name, password: PASSWORD })));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toEqual(expired);
});

test.each([
  ["a blank name", { name: " ", password: PASSWORD }, { name: ["required"] }],
  ["a password of 11 characters", { name: "Grace", password: "🔑".repeat(11) }, { password: ["passwordTooShort"] }],
  ["no password", { name: "Grace" }, { password: ["required"] }],
])("%s is named, and the invitation stays open", async (_, fields, problems) => {
  const { key } = await invited(await makeUser({ role: "administrator", signsIn: true }));
  expect(await acceptInvitation({ key, ...fields })).toEqual({ ok: false, error: "invalid", fields: problems });
  expect(await linkOwner("invitation", key)).not.toBeNull();
});

test("an invitation opens nothing when it is forged, of another purpose, too old, or its user was deactivated", async () => {
  const administrator = await makeUser({ role: "administrator", signsIn: true });
  const { key, userId } = await invited(administrator);
  const tokenId = key.split(".")[0] ?? "";
  for (const wrong of ["", ".", "x", tokenId, `${tokenId}.`, `${key}x`, key.slice(0, -1), linkKey("password_reset", tokenId)]) {
    expect(await linkOwner("invitation", wrong)).toBeNull();
    expect(await acceptInvitation({ key: wrong, name: "Eve", password: PASSWORD })).toEqual(expired);
  }
  expect(await linkOwner("invitation", key, new Date(Date.now() + 7 * 86_400_000))).toBeNull();
  await deactivateUser(administrator, { userId });
  expect(await acceptInvitation({ key, name: "Eve", password: PASSWORD })).toEqual(expired);
});

test("who is invited again has a new link and role; the earlier link ends", async () => {
  const administrator = await makeUser({ role: "administrator", signsIn: true });
  const first = await invited(administrator);
  const second = await inviteUser(administrator, { email: first.email, role: "editor" });
  expect(second).toMatchObject({ ok: true, userId: first.userId });
  expect(await linkOwner("invitation", first.key)).toBeNull();
  expect(second.ok && (await linkOwner("invitation", second.key))).toEqual({ email: first.email, role: "editor" });
});

test("a colleague who has not come yet has a name that does not tell the address", async () => {
  const { userId, email } = await invited(await makeUser({ role: "administrator", signsIn: true }));
  const { name } = await privateDb.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
  expect(name).toBe("p…");
  expect(email).toMatch(/^person/);
});

test.each([
  ["no-address", "invalidEmail"],
  ["a@b", "invalidEmail"],
  ["", "required"],
])("%j cannot be invited: %s", async (email, code) => {
  const administrator = await makeUser({ role: "administrator", signsIn: true });
  expect(await inviteUser(administrator, { email, role: "editor" })).toEqual({ ok: false, error: "invalid", fields: { email: [code] } });
});

test("who works here, or once did, is not invited again", async () => {
  const administrator = await makeUser({ role: "administrator", signsIn: true });
  const email = newAddress();
  const { id } = await makeUser({ email, signsIn: true });
  const taken = { ok: false, error: "invalid", fields: { email: ["emailTaken"] } };
  expect(await inviteUser(administrator, { email, role: "editor" })).toEqual(taken);
  await deactivateUser(administrator, { userId: id });
  expect(await inviteUser(administrator, { email, role: "editor" })).toEqual(taken);
});

test("a forgotten password is reset by a link, which ends every session and works once", async () => {
  const email = newAddress();
  const user = await makeUser({ email, signsIn: true });
  const session = await signedIn(email, TEST_PASSWORD);
  expect(await requestReset(here(), { email })).toEqual({ ok: true });
  const key = linkKey("password_reset", (await jobs("mail.passwordReset")).at(-1)?.data.tokenId ?? "");
  expect(await resetPassword({ key, password: PASSWORD })).toEqual({ ok: true, email });
  expect(await sessionActor(session)).toBeNull();
  await signedIn(email, PASSWORD);
  expect(await resetPassword({ key, password: "another password" })).toEqual(expired);
  expect((await acts(user)).map(({ act }) => act)).toEqual(["user.signIn", "user.resetPassword", "user.signIn"]);
});

test("a reset never tells whether an address is known: the same answer, and a job either way", async () => {
  const email = newAddress();
  await makeUser({ email, signsIn: true });
  const unknown = [newAddress(), newAddress()];
  await makeUser({ email: unknown[1] });
  for (const address of [email, ...unknown]) {
    const before = await jobs("mail.passwordReset");
    expect(await requestReset(here("192.0.2.30"), { email: address })).toEqual({ ok: true });
    expect(await jobs("mail.passwordReset")).toHaveLength(before.length + 1);
  }
  const rows = await privateDb.userToken.findMany({
    where: { purpose: "password_reset", usedAt: null },
    select: { user: { select: { email: true } } },
  });
  expect(rows).toEqual([{ user: { email } }]);
});

test("resets are asked for 5 times an hour by one account, known or not, and 20 times from one address", async () => {
  const email = newAddress();
  for (let n = 0; n < 5; n++) expect(await requestReset(here(`192.0.2.${40 + n}`), { email })).toEqual({ ok: true });
  expect(await requestReset(here("192.0.2.50"), { email })).toMatchObject({ ok: false, error: "tooMany" });
  for (let n = 0; n < 20; n++) expect(await requestReset(here("192.0.2.60"), { email: newAddress() })).toEqual({ ok: true });
  expect(await requestReset(here("192.0.2.60"), { email: newAddress() })).toMatchObject({ ok: false, error: "tooMany" });
});

test("a changed password keeps this session and ends the others", async () => {
  const email = newAddress();
  const user = await makeUser({ email, signsIn: true });
  const [mine, other] = [await signedIn(email, TEST_PASSWORD), await signedIn(email, TEST_PASSWORD)];
  expect(await changePassword(user, mine, { current: TEST_PASSWORD, password: PASSWORD })).toEqual({ ok: true });
  expect(await sessionActor(mine)).not.toBeNull();
  expect(await sessionActor(other)).toBeNull();
  await signedIn(email, PASSWORD);
});

test("who does not know the present password changes nothing, and may try 10 times in a quarter of an hour", async () => {
  const email = newAddress();
  const user = await makeUser({ email, signsIn: true });
  const session = await signedIn(email, TEST_PASSWORD);
  const wrong = { ok: false, error: "invalid", fields: { current: ["passwordWrong"] } };
  for (let n = 0; n < 10; n++) expect(await changePassword(user, session, { current: "wrong", password: PASSWORD })).toEqual(wrong);
  expect(await changePassword(user, session, { current: TEST_PASSWORD, password: PASSWORD })).toMatchObject({
    ok: false,
    error: "tooMany",
  });
  await signedIn(email, TEST_PASSWORD);
});

test("a deactivated user's sessions end at once and stay ended when the user comes back", async () => {
  const administrator = await makeUser({ role: "administrator", signsIn: true });
  const email = newAddress();
  const user = await makeUser({ email, signsIn: true });
  const session = await signedIn(email, TEST_PASSWORD);
  expect(await deactivateUser(administrator, { userId: user.id })).toEqual({ ok: true });
  expect(await sessionActor(session)).toBeNull();
  expect(await signIn(here(), { email, password: TEST_PASSWORD })).toMatchObject({ error: "signInFailed" });
  expect(await deactivateUser(administrator, { userId: user.id })).toEqual({ ok: false, error: "notFound" });
  expect(await reactivateUser(administrator, { userId: user.id })).toEqual({ ok: true });
  expect(await sessionActor(session)).toBeNull();
  await signedIn(email, TEST_PASSWORD);
});

test("another role counts from the next request on, and the ledger says from what to what", async () => {
  const administrator = await makeUser({ role: "administrator", signsIn: true });
  const email = newAddress();
  const user = await makeUser({ email, role: "author", signsIn: true });
  const session = await signedIn(email, TEST_PASSWORD);
  expect(await changeRole(administrator, { userId: user.id, role: "editor" })).toEqual({ ok: true });
  expect(await sessionActor(session)).toMatchObject({ role: "editor" });
  const row = await privateDb.auditEvent.findFirst({
    where: { act: "user.changeRole", subjectId: user.id },
    select: { from: true, to: true },
  });
  expect(row).toEqual({ from: { role: "author" }, to: { role: "editor" } });
});

test("nobody takes their own role away by a slip", async () => {
  const administrator = await makeUser({ role: "administrator", signsIn: true });
  expect(await changeRole(administrator, { userId: administrator.id, role: "author" })).toEqual({ ok: false, error: "ownRole" });
  expect(await changeRole(administrator, { userId: administrator.id, role: "administrator" })).toEqual({ ok: true });
});

test("the last administrator who can sign in stays one, also when two demote each other at once", async () => {
  await privateDb.user.updateMany({ where: { role: "administrator" }, data: { role: "editor" } });
  const [ada, grace] = [await makeUser({ role: "administrator", signsIn: true }), await makeUser({ role: "administrator", signsIn: true })];
  await invited(ada).then(({ userId }) => changeRole(ada, { userId, role: "administrator" }));
  const results = await Promise.all([
    changeRole(ada, { userId: grace.id, role: "author" }),
    changeRole(grace, { userId: ada.id, role: "author" }),
  ]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, error: "lastAdministrator" });
  const [left] = await privateDb.user.findMany({
    where: { role: "administrator", passwordHash: { not: null } },
    select: { id: true, name: true, role: true },
  });
  if (!left) throw new Error("nobody is left");
  expect(await deactivateUser(left, { userId: left.id })).toEqual({ ok: false, error: "lastAdministrator" });
});

test("administrators see who works here, with e-mail and state; others see nobody", async () => {
  const administrator = await makeUser({ role: "administrator", signsIn: true });
  const { userId, email } = await invited(administrator);
  const { users } = await listUsers(administrator);
  expect(users.find(({ id }) => id === userId)).toMatchObject({ email, role: "moderator", state: "invited" });
  expect(users.find(({ id }) => id === administrator.id)).toMatchObject({ state: "active" });
  expect(await listUsers(await makeUser({ role: "editor" }))).toEqual({ users: [], next: null });
});

test("who came last stands first, and anybody is found by a part of their name or address", async () => {
  const administrator = await makeUser({ role: "administrator" });
  const mark = `q${Date.now()}_`;
  await makeUser({ name: "Ada", email: `ada.${mark}@example.org` });
  await makeUser({ name: `Grace ${mark.toUpperCase()}` });
  await makeUser({ name: `Mary ${mark.replace("_", "x")}` });
  const names = async (query: unknown) => (await listUsers(administrator, query)).users.map(({ name }) => name);
  expect((await names({})).slice(0, 3)).toEqual([`Mary ${mark.replace("_", "x")}`, `Grace ${mark.toUpperCase()}`, "Ada"]);
  expect(await names({ q: ` ${mark} ` })).toEqual([`Grace ${mark.toUpperCase()}`, "Ada"]);
  expect(await names({ q: `example.org ${mark} ada` }), "in any order").toEqual(["Ada"]);
  expect(await names({ q: ["a"], after: "no id" })).toEqual(await names({}));
});

test("a newsroom of more than a hundred is listed page by page, each person once", async () => {
  const administrator = await makeUser({ role: "administrator" });
  const mark = `crowd-${Date.now()}`;
  const crowd = Array.from({ length: 101 }, (_, index) => ({ name: mark, email: `${mark}-${index}@example.org`, role: "author" as const }));
  await privateDb.user.createMany({ data: crowd });
  const first = await listUsers(administrator, { q: mark });
  const second = await listUsers(administrator, { q: mark, after: first.next });
  expect([first.users.length, second.users.length, second.next]).toEqual([100, 1, null]);
  expect(new Set([...first.users, ...second.users].map(({ email }) => email)).size).toBe(101);
});
