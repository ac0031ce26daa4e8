import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { Health } from "@/lib/server/health";
import pg from "pg";
import { ownerUrl } from "@/lib/config";

test("a site with its database and all migrations has no problem; with one missing it says so [C17]", async () => {
  const health = new Health(process.cwd());
  expect(await health.problem()).toBeNull();
  const owner = new pg.Client({ connectionString: ownerUrl() });
  await owner.connect();
  await owner.query("update _prisma_migrations set finished_at = null");
  await owner.end();
  expect(await health.problem()).toBe("Migrations are not applied.");
  await health.close();
});

test("a database that cannot be reached is the problem that is told [C17]", async () => {
  const health = new Health(process.cwd());
  await privateDb.$disconnect();
  const [name, admin] = [new URL(ownerUrl()).pathname.slice(1), new URL(ownerUrl())];
  admin.pathname = "/postgres";
  const owner = new pg.Client({ connectionString: admin.href });
  await owner.connect();
  await owner.query(`alter database "${name}" rename to away`);
  expect(await health.problem()).toBe("The database cannot be reached.");
  await owner.query(`alter database away rename to "${name}"`);
  await owner.end();
  await health.close();
});
