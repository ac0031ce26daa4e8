import { randomUUID } from "node:crypto";
import { median } from "./pages";
import type { BenchDatabase } from "./replies-ground";
import { sendReplies, type Sent } from "./send-replies";

const SECONDS = 10;
const ROUNDS = 150;
const WARM_UP = 40;
/** What is called flat. */
const FLAT = 1.2;

/** Where replies are sent. */
interface Target {
  origin: string;
  postId: string;
}

/** Prints what one reply costs, one after the other, in turn on an empty and on a full table. */
export async function measureCost(empty: Target, full: Target & { stored: number }): Promise<void> {
  const times: [number[], number[]] = [[], []];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const found = [await timeOfOne(empty), await timeOfOne(full)] as const;
    if (round >= 0) times.forEach((list, at) => list.push(found[at] ?? NaN));
  }
  const [onEmpty, onFull] = [median(times[0]), median(times[1])];
  row("submit, empty table", onEmpty);
  row(`submit, ${words(full.stored)} stored`, onFull, onEmpty);
}

/** Prints what showing an article costs with few replies and with many: made anew each time, and from memory. */
export async function measureShow(origin: string, shown: { count: number; path: string }[]): Promise<void> {
  // A page that answers one reply is not kept (lib/server/shared-address).
  const kinds = { "made anew": () => `?replyto=${randomUUID()}`, "from memory": () => "" };
  for (const [kind, query] of Object.entries(kinds)) {
    const found = shown.map(({ count, path }) => ({ count, path, times: [] as number[] }));
    for (let round = -WARM_UP; round < ROUNDS; round++)
      for (const { path, times } of found) {
        const time = await timeOfPage(`${origin}${path}${query()}`);
        if (round >= 0) times.push(time);
      }
    const [few, ...many] = found.map(({ count, times }) => ({ name: `show ${words(count)} replies, ${kind}`, ms: median(times) }));
    if (few) row(few.name, few.ms);
    for (const { name, ms } of many) row(name, ms, few?.ms);
  }
}

/** Prints how many replies a second are accepted, and whether each of them is stored, and once. */
export async function measureAccepted({ owner }: BenchDatabase, { origin, postId, clients }: Target & { clients: number }): Promise<void> {
  // Loaded late: it opens the database that was found by then.
  const { commentOfReceipt } = await import("@/lib/comments/receipt");
  const stored = async () => (await owner.query<{ id: string }>("select id from comment where post_id = $1", [postId])).rows;
  await sendReplies(origin, postId, clients, (sent) => sent < clients);
  const before = new Set((await stored()).map(({ id }) => id));
  const end = performance.now() + SECONDS * 1000;
  const sent = await sendReplies(origin, postId, clients, () => performance.now() < end);
  const now = (await stored()).map(({ id }) => id).filter((id) => !before.has(id));
  const told = new Set(sent.receipts.map((receipt) => commentOfReceipt(receipt.replace("/receipts/", ""))));
  const lost = sent.receipts.length - now.filter((id) => told.has(id)).length;
  const double = now.filter((id) => !told.has(id)).length;
  const speed = `${Math.round(sent.receipts.length / sent.seconds)} /s`.padStart(11);
  console.log(`  ${`accepted, ${clients} clients`.padEnd(38)}${speed}  ${spread(sent)}; ${lost} lost, ${double} double`);
}

async function timeOfOne({ origin, postId }: Target): Promise<number> {
  const { times } = await sendReplies(origin, postId, 1, (sent) => sent < 1);
  return times[0] ?? NaN;
}

async function timeOfPage(url: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return performance.now() - started;
}

function spread({ times }: Sent): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => `${Math.round(sorted[Math.floor(sorted.length * part)] ?? NaN)} ms`;
  return `half within ${at(0.5)}, 99 % within ${at(0.99)}`;
}

function row(name: string, ms: number, beside?: number): void {
  const note = beside === undefined ? "" : `  ${(ms / beside).toFixed(2)} ×  flat within ${FLAT}: ${ms / beside <= FLAT ? "yes" : "NO"}`;
  console.log(`  ${name.padEnd(38)}${ms.toFixed(2).padStart(8)} ms${note}`);
}

function words(count: number): string {
  return count.toLocaleString("en");
}
