import pg from "pg";
import { templateUrl } from "@/e2e/environment";
import { expect, test } from "@/e2e/fixtures";
import { ask } from "@/e2e/raw";
import { startSite } from "@/e2e/site";
import { databaseName } from "@/lib/db/names";
import { cloneTemplate, databaseUrl } from "@/lib/testing/clone";

test("/healthz says that the process lives, /readyz whether it can work, with the reason; it ends well though nobody reads its log [C17]", async ({
  site: _site,
}, { workerIndex }) => {
  const url = await cloneTemplate(templateUrl(), `outage_${workerIndex}`);
  const name = databaseName(url);
  const site = await startSite(url);
  const owner = new pg.Client(databaseUrl(templateUrl(), "postgres"));
  await owner.connect();
  const health = async (path: string) => {
    const { status, headers, body } = await ask(site.url, { path });
    expect(headers["content-type"]).toMatch(/^application\/json/);
    return { status, reason: (JSON.parse(body.toString()) as { reason?: string }).reason };
  };
  try {
    expect(await health("/healthz")).toMatchObject({ status: 200 });
    expect(await health("/readyz")).toMatchObject({ status: 200 });

    site.stopListening();
    await owner.query(`alter database ${name} connection limit 0`);
    await owner.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
    await expect.poll(() => health("/readyz")).toMatchObject({ status: 503, reason: expect.stringContaining("database") });
    expect(await health("/healthz")).toMatchObject({ status: 200 });
    expect((await ask(site.url, { path: "/some-post" })).status, "a page meanwhile").toBe(503);

    await owner.query(`alter database ${name} connection limit -1`);
    await expect.poll(() => health("/readyz"), { timeout: 20_000 }).toMatchObject({ status: 200 });
    await expect.poll(async () => (await ask(site.url, { path: "/some-post" })).status, { timeout: 20_000 }).toBe(404);
    expect(await site.stop()).toBe(0);
  } finally {
    await owner.end();
    await site.stop();
  }
});
