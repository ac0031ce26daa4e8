import { randomUUID } from "node:crypto";
import { PgBoss } from "pg-boss";
import { templateUrl } from "@/e2e/environment";
import { expect, test } from "@/e2e/fixtures";
import { startSite } from "@/e2e/site";
import { query } from "@/lib/testing/query";
import { cloneTemplate } from "@/lib/testing/clone";

// On databases of their own: the worker's site would work off the jobs of one that is dead.
const ownDatabase = () => cloneTemplate(templateUrl(), randomUUID().slice(0, 8));

interface Planned {
  id: string;
  at: Date;
}

/** Posts that are due at a moment, each with its job: as `schedulePost` leaves them, whose form knows whole minutes only. */
async function plan(url: string, count: number, at: Date): Promise<Planned[]> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  boss.on("error", () => undefined);
  await boss.start();
  const planned = Array.from({ length: count }, () => ({ id: randomUUID(), at }));
  for (const { id } of planned) {
    await query(url, INSERT, [id, `planned-${id}`, at]);
    await boss.send("post.publish", { postId: id }, { startAfter: at });
  }
  await boss.stop({ graceful: false });
  return planned;
}

const INSERT = `
  insert into post (id, slug, lang, title, body, body_html, body_text, status, scheduled_for, updated_at)
  values ($1, $2, 'en', 'Planned', '{"type":"doc","content":[]}', '<p>Due.</p>', 'Due.', 'scheduled', $3, now())`;

/** Waits until a post is public. Returns how long after its moment that came about, in milliseconds. */
async function lateness(url: string, { id, at }: Planned): Promise<number> {
  const read = async () => (await query<{ at: Date | null }>(url, "select published_at as at from post where id = $1", [id]))[0]?.at;
  await expect.poll(read, { timeout: 30_000, intervals: [200] }).toBeTruthy();
  return Number(await read()) - at.getTime();
}

const timesPublished = async (url: string, { id }: Planned) =>
  (await query(url, "select from audit_event where subject_id = $1 and act = 'post.publish'", [id])).length;

const statusAt = async (site: string, { id }: Planned) => (await fetch(`${site}/planned-${id}`)).status;

test("twenty posts of one minute are public soon after it, and none before", async () => {
  const url = await ownDatabase();
  const site = await startSite(url);
  try {
    const planned = await plan(url, 20, new Date(Date.now() + 3_000));
    const late = await Promise.all(planned.map((post) => lateness(url, post)));
    test.info().annotations.push({ type: "published after its minute", description: `${Math.max(...late)} ms at most, of 20 posts` });
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
    for (const post of planned) await expect.poll(() => statusAt(site.url, post)).toBe(200);
  } finally {
    await site.stop();
  }
});

test("a post whose minute came while the site was dead is published once, as soon as it runs again, by two instances too", async () => {
  const url = await ownDatabase();
  const killed = await startSite(url);
  const [planned, running] = await plan(url, 2, new Date(Date.now() + 1_500));
  await killed.kill();
  if (!planned || !running) throw new Error("Nothing was planned.");
  // As if it had been killed while it published this one: its job counts as running for a quarter of an hour.
  const claim = "update pgboss.job set state = 'active', started_on = now() where name = 'post.publish' and data->>'postId' = $1";
  await query(url, claim, [running.id]);
  const isOver = async () => (await query(url, "select from post where id = $1 and scheduled_for < now()", [planned.id])).length;
  await expect.poll(isOver).toBe(1);
  expect(await timesPublished(url, planned)).toBe(0);

  const both = await Promise.all([startSite(url, { DATA_DIR: killed.dataDir }), startSite(url, { DATA_DIR: killed.dataDir })]);
  try {
    for (const post of [planned, running]) {
      expect(await lateness(url, post)).toBeGreaterThan(0);
      for (const site of both) await expect.poll(() => statusAt(site.url, post)).toBe(200);
    }
    // By now each job had its turn.
    const waiting = "select from pgboss.job where name like 'post.publish%' and state = 'created' and start_after <= now()";
    await expect.poll(async () => (await query(url, waiting)).length, { timeout: 20_000 }).toBe(0);
    expect([await timesPublished(url, planned), await timesPublished(url, running)]).toEqual([1, 1]);
  } finally {
    for (const site of [...both, killed]) await site.stop();
  }
});
