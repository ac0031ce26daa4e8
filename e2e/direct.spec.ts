import fs from "node:fs";
import { addressOf, builtActions, callAction, redirectOf, sessionCookie, valueOf, type BuiltAction } from "@/e2e/direct";
import { expect, test } from "@/e2e/fixtures";
import { ask, type RawAnswer } from "@/e2e/raw";
import type { Role } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { makeUser, TEST_PASSWORD } from "@/lib/testing/make";
import { ROLES } from "@/lib/users/schema";

// Every act and every page of the newsroom, asked for without the pages: as nobody, and as each role.

const EVERYBODY: Role[] = [...ROLES];
const WRITERS: Role[] = ["administrator", "editor", "author", "contributor"];
const DESK: Role[] = ["administrator", "editor"];
const DECIDERS: Role[] = ["administrator", "editor", "moderator"];
const ADMINISTRATOR: Role[] = ["administrator"];

/** Who gets further than "you may not": by the action, or the folder of the page or of its actions, the longest name that fits. */
const MAY: Record<string, Role[]> = {
  admin: EVERYBODY,
  "admin/account": EVERYBODY,
  "admin/account#saveNotices": DECIDERS,
  "admin/account#saveDeskKeys": DECIDERS,
  "admin/comments": DECIDERS,
  // What was frozen is opened by those who answer for the site.
  "admin/comments/danger#handle": DESK,
  "admin/commenters": DECIDERS,
  "admin/posts": WRITERS,
  "admin/pages": DESK,
  "admin/media": WRITERS,
  "admin/categories": DESK,
  // While writing one makes new ones.
  "admin/categories#addCategory": WRITERS,
  "admin/tags": DESK,
  "admin/tags#addTag": WRITERS,
  "admin/users": ADMINISTRATOR,
  "admin/users/roles": EVERYBODY,
  "admin/mail": ADMINISTRATOR,
  "admin/ledger": ADMINISTRATOR,
  "admin/settings": ADMINISTRATOR,
  "admin/settings/front": DESK,
  "admin/settings#saveFront": DESK,
};

function mayAt(place: string): Role[] {
  const fitting = Object.keys(MAY).filter((name) => place === name || [`${name}/`, `${name}#`].some((start) => place.startsWith(start)));
  const [longest = ""] = fitting.sort((a, b) => b.length - a.length);
  return MAY[longest] ?? [];
}

/** Fields that are enough for acts to get to their policy; whatever they name is not there. */
const NOBODY = "01890000-0000-7000-8000-000000000000";
const NOTHING = { id: NOBODY, userId: NOBODY, move: "publish" };
const BUTTONS: Record<string, string[]> = {
  "admin/users#changeUser": ["role", "deactivate", "reactivate", "resetSecond"],
  "admin/comments/danger#handle": [`show:${NOTHING.id}`, `keep:${NOTHING.id}`, `delete:${NOTHING.id}`],
  "admin/comments/complaints#answer": [`upheld:${NOTHING.id}`, `overturned:${NOTHING.id}`],
  "admin/commenters#changeCommenter": ["rule", "note", `lift:${NOTHING.id}`, `restore:${NOTHING.id}`, `unnote:${NOTHING.id}`],
  "admin/comments/reported#decideOnReported": [
    `dismiss:${NOTHING.id}`,
    `reject:${NOTHING.id}`,
    `trash:${NOTHING.id}`,
    `reveal:${NOTHING.id}`,
    "undo",
  ],
  "admin/comments#changeShift": ["brake", "rules", `lift:${NOTHING.id}`, "note", `unnote:${NOTHING.id}`],
  "admin/comments#steerRun": [`cancel:${NOTHING.id}`, `undo:${NOTHING.id}`],
  "admin/comments#moderate": [
    `approve:${NOTHING.id}`,
    `unapprove:${NOTHING.id}`,
    `spam:${NOTHING.id}`,
    `reply:${NOTHING.id}`,
    `edit:${NOTHING.id}`,
    `pin:${NOTHING.id}`,
    `closeThread:${NOTHING.id}`,
    `delete:${NOTHING.id}`,
    `reveal:${NOTHING.id}`,
    "undo",
    "bulk",
  ],
};
/** Led to the sign-in page, or told so, where a text that is being written must not be lost. */
const SIGNED_OUT = /^\/admin\/sign-in|"signedOut"/;
/** What a caller who is not signed in is told: a page by its value or by `signedOut` alone (lib/server/refuse.ts). */
const toldSignedOut = (answer: RawAnswer) =>
  redirectOf(answer) || valueOf(answer) || (answer.status === 401 && `"${answer.body.toString()}"`);
/** Actions that tell nothing, since each is a bare form's: that nothing was changed must do. */
const SILENT = ["admin/pages/new#start"];
const FORBIDDEN = /You may not do this\.|Your role does not decide on comments\.|"forbidden"/;
const actions = builtActions();
const pages = fs
  .readdirSync("app/(newsroom)/admin", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("page.tsx"))
  .map((file) => `admin/${file}`);

const signedIn = new Map<Role, { cookie: string; id: string }>();
test.beforeAll(async ({ site }) => {
  for (const role of ROLES) {
    const email = `direct-${role}-${Date.now()}@example.org`;
    const { id } = await makeUser({ role, email, signsIn: true });
    signedIn.set(role, {
      id,
      cookie: await sessionCookie(site.url, `2001:db8:fd:${ROLES.indexOf(role)}::1`, { email, password: TEST_PASSWORD }),
    });
  }
});

function as(role: Role) {
  const person = signedIn.get(role);
  if (!person) throw new Error(`No ${role} is signed in.`);
  return person;
}

/** Everything that an action could change leaves a row in the ledger. */
const ledger = () => privateDb.auditEvent.count();

async function answersOf(site: string, action: BuiltAction, cookie?: string) {
  const fields = (BUTTONS[action.name] ?? [""]).map((act) => ({ ...NOTHING, ...(act && { act }) }));
  return Promise.all(fields.map((each) => callAction(site, action, { cookie, fields: each })));
}

test("no action runs for nobody, nor for who brings a cookie that is not ours [C15]", async ({ site }) => {
  expect(actions.length).toBeGreaterThan(15);
  const before = await ledger();
  for (const action of actions) {
    for (const answer of await answersOf(site.url, action)) expect(answer.status, action.name).toBe(403);
    for (const answer of await answersOf(site.url, action, "leserbrief-session=forged")) {
      expect(toldSignedOut(answer), action.name).toMatch(SIGNED_OUT);
    }
  }
  expect(await ledger()).toBe(before);
});

for (const role of ROLES) {
  test(`called without its page, each action tells a ${role} what the policy says, and changes nothing [C15]`, async ({ site }) => {
    const before = await ledger();
    for (const action of actions) {
      for (const answer of await answersOf(site.url, action, as(role).cookie)) {
        const told = valueOf(answer).slice(0, 300);
        expect(answer.status, `${action.name}: ${told}`).toBeLessThan(500);
        if (SILENT.includes(action.name)) continue;
        expect(FORBIDDEN.test(told), `${action.name} is forbidden to a ${role}: ${told}`).toBe(!mayAt(action.name).includes(role));
      }
    }
    expect(await ledger()).toBe(before);
  });

  test(`a ${role} is shown the pages of their work, and of the others that there is nothing [C15]`, async ({ site }) => {
    for (const page of pages.filter((each) => !each.includes("["))) {
      const expected = mayAt(page.slice(0, page.lastIndexOf("/"))).includes(role) ? 200 : 404;
      const { status } = await ask(site.url, { path: addressOf(page), headers: { cookie: as(role).cookie } });
      expect(status, page).toBe(expected);
    }
  });

  test(`the routes of pictures take a ${role} as the policy says [C15]`, async ({ site }) => {
    const status = WRITERS.includes(role) ? [200, 422] : [403, 403];
    const { cookie } = as(role);
    const form = { "content-type": "multipart/form-data; boundary=b", cookie, origin: site.url };
    const listed = await ask(site.url, { path: "/api/media", headers: { cookie } });
    const sent = await ask(site.url, { path: "/api/media", method: "POST", headers: form, body: "--b--\r\n" });
    expect([listed.status, sent.status]).toEqual(status);
  });
}

test("an ended session calls nothing any more [C15]", async ({ site }) => {
  const email = `direct-ended-${Date.now()}@example.org`;
  const { id } = await makeUser({ role: "administrator", email, signsIn: true });
  const cookie = await sessionCookie(site.url, "2001:db8:fd:9::1", { email, password: TEST_PASSWORD });
  await privateDb.session.updateMany({ where: { userId: id }, data: { endedAt: new Date() } });
  const before = await ledger();
  for (const action of actions) {
    for (const answer of await answersOf(site.url, action, cookie)) expect(toldSignedOut(answer), action.name).toMatch(SIGNED_OUT);
  }
  expect((await ask(site.url, { path: "/api/media", headers: { cookie } })).status).toBe(403);
  expect(await ledger()).toBe(before);
});
