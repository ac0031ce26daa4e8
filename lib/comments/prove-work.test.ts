import { randomUUID } from "node:crypto";
import { solveChallenge, type Challenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import { afterEach, expect, test, vi } from "vitest";
import { challengeFor } from "@/lib/comments/checks/challenge";
import { proveWork } from "@/lib/comments/prove-work";
import { receiptKey } from "@/lib/comments/receipt";
import { privateDb } from "@/lib/db/private";
import { makeComment, makePost } from "@/lib/testing/make";

afterEach(async () => {
  vi.useRealTimers();
  await privateDb.setting.deleteMany();
});

async function makeDoubtful(score = 6): Promise<string> {
  const { id: postId } = await makePost({ status: "published" });
  const { id } = await makeComment({ postId, score, checks: { create: { position: 0, rule: "honeypot", score } } });
  return id;
}
const pack = (proof: unknown) => Buffer.from(JSON.stringify(proof)).toString("base64");
async function solve(challenge: Challenge): Promise<string> {
  // As the browser has it: only what JSON carries.
  const carried = JSON.parse(JSON.stringify(challenge)) as Challenge;
  return pack({ challenge: carried, solution: await solveChallenge({ challenge: carried, deriveKey }) });
}
const stored = (id: string) => privateDb.comment.findUniqueOrThrow({ where: { id }, select: { status: true, score: true } });

test("work that was done speaks for a doubtful reply, once, however often it is sent", async () => {
  const id = await makeDoubtful();
  const proof = await solve(await challengeFor(id));
  expect(await proveWork(proof)).toEqual({ ok: true, receipt: receiptKey(id) });
  expect(await proveWork(proof)).toEqual({ ok: true, receipt: receiptKey(id) });
  expect(await stored(id)).toEqual({ status: "pending", score: 1 });
});

test("where the site publishes, it is published then, unless too much speaks against it", async () => {
  await privateDb.setting.create({ data: { key: "moderation", value: "publish" } });
  const [doubtful, bad] = [await makeDoubtful(), await makeDoubtful(12)];
  for (const id of [doubtful, bad]) await proveWork(await solve(await challengeFor(id)));
  expect(await stored(doubtful)).toMatchObject({ status: "approved" });
  expect(await stored(bad)).toMatchObject({ status: "pending", score: 7 });
});

test("work done for another reply, with another challenge, or not done, shows nothing", async () => {
  const [id, other] = [await makeDoubtful(), await makeDoubtful()];
  const challenge = await challengeFor(id);
  const { solution } = JSON.parse(Buffer.from(await solve(challenge), "base64").toString()) as { solution: object };
  const elsewhere = { ...challenge, parameters: { ...challenge.parameters, data: { comment: other } } };
  const forged = [
    pack({ challenge: elsewhere, solution }),
    pack({ challenge: await challengeFor(id), solution }),
    pack({ challenge: { ...challenge, parameters: { ...challenge.parameters, keyPrefix: "00" } }, solution }),
    pack({ challenge, solution: { counter: 1, derivedKey: "00" } }),
    pack({ challenge: { parameters: challenge.parameters, signature: "" }, solution }),
    pack(null),
    "",
    "no base64!",
    "x".repeat(100_000),
  ];
  for (const sent of forged) expect(await proveWork(sent)).toEqual({ ok: false, error: "invalid" });
  for (const each of [id, other]) expect(await stored(each)).toMatchObject({ score: 6 });
});

test("work that comes too late, or for a reply that is gone, is refused", async () => {
  const id = await makeDoubtful();
  const proof = await solve(await challengeFor(id));
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 601_000 });
  expect(await proveWork(proof)).toEqual({ ok: false, error: "linkExpired" });
  vi.useRealTimers();
  expect(await proveWork(await solve(await challengeFor(randomUUID())))).toEqual({ ok: false, error: "notFound" });
});
