import { expect, test } from "vitest";
import { ownerUrl } from "@/lib/config";
import { databaseName, loginUrl } from "@/lib/db/names";
import { prepareDatabase } from "@/lib/db/prepare";
import { emptyDatabase } from "@/lib/testing/empty-database";
import { query } from "@/lib/testing/query";
import { TEST_SECRET } from "@/lib/testing/secret";

test("an owner who may not create roles is told what an administrator has to run, and then the start goes on", async () => {
  const url = await plainOwner(await emptyDatabase());
  const prepare = () => prepareDatabase({ root: process.cwd(), url, secret: TEST_SECRET });
  for (const login of ["public", "private"] as const) {
    const { message } = await prepare().then(
      () => expect.unreachable("the roles were made"),
      (error: unknown) => error as Error,
    );
    expect(message).toContain("The database's owner may not create roles. Let an administrator run:\ncreate role ");
    await query(ownerUrl(), message.slice(message.indexOf("\n") + 1));
    expect(await query(loginUrl(url, TEST_SECRET, login), "select current_user")).toHaveLength(1);
  }
  await prepare();
  expect(await query(loginUrl(url, TEST_SECRET, "public"), "select * from category")).toEqual([]);
});

/** Gives the database to an ordinary login, and returns its address under that. */
async function plainOwner(address: string): Promise<string> {
  const url = new URL(address);
  const name = databaseName(address);
  await query(ownerUrl(), `create role "${name}_owner" login password 'plain'; alter database "${name}" owner to "${name}_owner"`);
  url.username = `${name}_owner`;
  url.password = "plain";
  return url.href;
}
