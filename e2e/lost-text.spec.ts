import { randomInt, randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { startSite, type Site } from "@/e2e/site";
import { isSave, longest, Typist } from "@/e2e/typist";
import { privateDb } from "@/lib/db/private";
import { makePost, makeUser } from "@/lib/testing/make";

const ROUNDS = 50;
/** What happens, and when; the number from the message of a failure brings it again. */
const SEED = Number(process.env.LOST_TEXT_SEED) || randomInt(2 ** 31);

/** What goes wrong while one types. A restart takes seconds, so that there are few of the server's deaths. */
const FAULTS = ["offline", "offlineClosed", "answerLost", "reloaded", "closed", "crashed", "signedOut"] as const;
type Fault = (typeof FAULTS)[number] | "killed" | "killedClosed";
const DEATHS: Record<number, Fault> = { 12: "killed", 27: "killedClosed", 42: "killed" };

interface Scene {
  context: BrowserContext;
  typist: Typist;
  server: Site;
  userId: string;
}

test("whatever dies while one types, what was called saved is stored, and the rest is there on the device", async ({
  browser,
  site,
  address,
}) => {
  test.slow();
  const email = `lost-${randomUUID()}@example.org`;
  const { id: userId } = await makeUser({ email, signsIn: true });
  const { id: postId } = await makePost({ body: { type: "doc", content: [{ type: "paragraph" }] }, bodyText: "" });
  const server = await startSite(site.databaseUrl);
  const context = await browser.newContext({ baseURL: server.url, extraHTTPHeaders: { "x-forwarded-for": address } });
  const typist = new Typist({ context, postId, email, random: randomFrom(SEED) });
  const scene = { context, typist, server, userId };
  try {
    await typist.signIn();
    await typist.open();
    for (let nth = 0; nth < ROUNDS; nth++) {
      const fault = DEATHS[nth] ?? typist.oneOf(FAULTS);
      await test.step(`round ${nth}: ${fault}`, () => round(scene, fault, `LOST_TEXT_SEED=${SEED}, round ${nth}, ${fault}`));
    }
    await settle(typist, `LOST_TEXT_SEED=${SEED}, at the end`);
  } finally {
    await context.close();
    await scene.server.stop();
    // It has its folder from the first one, which takes it away.
    await server.stop();
  }
});

/** Types, lets something go wrong, types on where one can, and looks at what is left. */
async function round(scene: Scene, fault: Fault, told: string): Promise<void> {
  const { typist } = scene;
  await typist.type(1 + typist.upTo(24));
  const onDevice = fault === "crashed" ? await typist.keptOnDevice() : typist.typed;
  await suffer[fault](scene);
  await typist.hear();
  const { typed, acknowledged } = typist;
  const [stored, shown] = [await typist.stored(), await typist.shown()];
  expect(stored.slice(0, acknowledged.length), `${told}: what was called saved is stored`).toBe(acknowledged);
  expect(typed.startsWith(stored), `${told}: nothing else is stored`).toBe(true);
  if (fault !== "crashed") expect(shown, `${told}: what was typed stands there`).toBe(typed);
  const least = longest(acknowledged, onDevice);
  expect(shown.slice(0, least.length), `${told}: what was on the device stands there`).toBe(least);
  expect(typed.startsWith(shown), `${told}: nothing else stands there`).toBe(true);
  // A browser that is killed takes the last moment with it; one goes on from what is there.
  typist.typed = shown;
  if (typist.upTo(10) === 0) await settle(typist, told);
}

/** Waits until the page says that all is stored, and sees that it is. */
async function settle(typist: Typist, told: string): Promise<void> {
  // As when one comes back to the tab: it tries at once, not after its next pause.
  await typist.page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(typist.page.locator('[data-save="stored"]'), `${told}: it says that it is stored`).toBeVisible();
  expect(await typist.stored(), `${told}: all of it is stored`).toBe(typist.typed);
}

const suffer: Record<Fault, (scene: Scene) => Promise<void>> = {
  offline: (scene) => loseNetwork(scene, false),
  offlineClosed: (scene) => loseNetwork(scene, true),
  answerLost: async ({ typist }) => {
    const lost = new Promise<void>((resolve) => {
      const swallow = { times: 1 };
      void typist.page.route("**/api/posts", (route) => route.fetch().then(() => route.abort().then(resolve)), swallow);
    });
    await typist.type(1 + typist.upTo(12));
    await lost;
  },
  reloaded: async ({ typist }) => {
    await typist.page.reload();
    await typist.begin();
  },
  closed: async ({ typist }) => {
    await typist.page.close();
    await typist.open();
  },
  crashed: async ({ context, typist }) => {
    const crashed = typist.page.waitForEvent("crash");
    const session = await context.newCDPSession(typist.page);
    session.send("Page.crash").catch(() => undefined);
    await crashed;
    await typist.page.close();
    await typist.open();
  },
  signedOut: async ({ typist, userId }) => {
    await privateDb.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: new Date() } });
    await typist.type(typist.upTo(12));
    await typist.signIn();
  },
  killed: (scene) => killServer(scene, false),
  killedClosed: (scene) => killServer(scene, true),
};

async function loseNetwork({ context, typist }: Scene, isClosed: boolean): Promise<void> {
  await context.setOffline(true);
  await typist.type(typist.upTo(12));
  if (isClosed) await typist.page.close();
  await context.setOffline(false);
  if (isClosed) await typist.open();
}

/** The server dies while it stores, and comes back on the same port. */
async function killServer(scene: Scene, isClosed: boolean): Promise<void> {
  const { typist, server } = scene;
  const sent = typist.page.waitForRequest(isSave);
  await typist.type(1 + typist.upTo(5));
  await sent;
  await server.kill();
  await typist.type(typist.upTo(12));
  if (isClosed) await typist.page.close();
  scene.server = await startSite(server.databaseUrl, { DATA_DIR: server.dataDir, PORT: new URL(server.url).port });
  if (isClosed) await typist.open();
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
