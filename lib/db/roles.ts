import pg from "pg";
import { codeOf } from "@/lib/db/error-code";
import { grantsSql, quote } from "@/lib/db/grants";
import { databaseName, loginUrl, roleName, rolePassword, type Login } from "@/lib/db/names";
import { Failure } from "@/lib/failure";

const LOGINS: Login[] = ["public", "private"];

/**
 * Makes the app's two logins and gives each what it may do (DESIGN.md §4). Safe to run at every start; what stands
 * already is left alone, so that a start takes no lock on a table in use. Takes the owner's connection (needs
 * CREATEROLE the first time), its address and the site's secret.
 * Throws a Failure, with the SQL that an administrator can run instead, when the owner may not create roles.
 */
export async function ensureRoles(owner: pg.ClientBase, url: string, secret: string): Promise<void> {
  for (const login of LOGINS) if (!(await logsIn(url, secret, login))) await makeLogin(owner, roleName(databaseName(url), login), secret);
  const grants = grantsSql(databaseName(url));
  if (!(await grants.stand(owner))) await owner.query(grants.sql);
}

/**
 * Throws a Failure when this database was set up under another SITE_SECRET: its readers' addresses could not be
 * opened, and the instances that have that secret would be shut out. Takes the owner's connection, its address and
 * the site's secret.
 */
export async function refuseOtherSecret(owner: pg.ClientBase, url: string, secret: string): Promise<void> {
  const role = roleName(databaseName(url), "private");
  const { rowCount } = await owner.query("select from pg_policies where schemaname = 'public' and policyname = $1 limit 1", [role]);
  if (!rowCount || (await logsIn(url, secret, "private"))) return;
  throw new Failure(
    `The database "${databaseName(url)}" was set up with another SITE_SECRET: set SITE_SECRET to that one (it stands in the file "secret" of the data folder that was used first).`,
  );
}

async function logsIn(url: string, secret: string, login: Login): Promise<boolean> {
  const client = new pg.Client({ connectionString: loginUrl(url, secret, login) });
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 28P01 wrong password, 28000 no such role.
    if (["28P01", "28000"].includes(codeOf(error))) return false;
    throw error;
  } finally {
    await client.end();
  }
}

async function makeLogin(owner: pg.ClientBase, role: string, secret: string): Promise<void> {
  const create = `create role ${quote(role)} login`;
  const alter = `alter role ${quote(role)} with login password '${rolePassword(secret, role)}'; alter role ${quote(role)} set timezone = 'UTC'`;
  // Roles are cluster-wide: an instance on another database may write the same catalogue rows at this moment.
  for (let tries = 1; ; tries++) {
    try {
      const { rowCount } = await owner.query("select from pg_roles where rolname = $1", [role]);
      if (!rowCount) await owner.query(create);
      await owner.query(alter);
      return;
    } catch (cause) {
      const code = codeOf(cause);
      if (code === "42501") {
        throw new Failure(`The database's owner may not create roles. Let an administrator run:\n${create};\n${alter};`, { cause });
      }
      if (tries === 10 || !["42710", "23505", "XX000"].includes(code)) throw cause;
    }
  }
}
