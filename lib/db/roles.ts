import type pg from "pg";
import { databaseName, roleName, rolePassword, type Login } from "@/lib/db/names";
import { visible } from "@/lib/db/visible";

const LOGINS: Login[] = ["public", "private"];

/**
 * Makes the app's two logins and gives each what it may do (DESIGN.md §4). Safe to run at every start, also by
 * several instances at once. Takes the owner's connection (needs CREATEROLE), its address and the site's secret.
 * Throws, with the SQL that an administrator can run instead, when the owner may not create roles.
 */
export async function ensureRoles(owner: pg.ClientBase, url: string, secret: string): Promise<void> {
  const database = databaseName(url);
  for (const login of LOGINS) await ensureLogin(owner, roleName(database, login), secret);
  await owner.query(grantsSql(database));
}

async function ensureLogin(owner: pg.ClientBase, role: string, secret: string): Promise<void> {
  const create = `create role ${quote(role)} login`;
  const alter = `alter role ${quote(role)} with login password '${rolePassword(secret, role)}'; alter role ${quote(role)} set timezone = 'UTC'`;
  // Roles are cluster-wide: an instance on another database may write the same catalogue rows at this moment.
  for (let tries = 1; ; tries++) {
    try {
      const { rowCount } = await owner.query("select from pg_roles where rolname = $1", [role]);
      if (!rowCount) await owner.query(create);
      await owner.query(alter);
      return;
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code === "42501") {
        throw new Error(`The database's owner may not create roles. Let an administrator run:\n${create};\n${alter};`, { cause: error });
      }
      if (tries === 10 || !["42710", "23505", "XX000"].includes(code ?? "")) throw error;
    }
  }
}

function grantsSql(database: string): string {
  const anyone = quote(roleName(database, "public"));
  const app = quote(roleName(database, "private"));
  const sql = [
    `revoke all on schema public from public`,
    `grant usage on schema public to ${anyone}, ${app}`,
    `revoke all on all tables in schema public from ${anyone}, ${app}`,
    `grant select, insert, update, delete on all tables in schema public to ${app}`,
    // The ledger and the migrations are read and added to, or not touched at all.
    `revoke update, delete on audit_event from ${app}`,
    `revoke insert, update, delete on _prisma_migrations from ${app}`,
  ];
  for (const [table, { columns, rows }] of Object.entries(visible)) {
    sql.push(
      `alter table ${table} enable row level security`,
      `drop policy if exists ${anyone} on ${table}`,
      `create policy ${anyone} on ${table} for select to ${anyone} using (${rows})`,
      `drop policy if exists ${app} on ${table}`,
      `create policy ${app} on ${table} to ${app} using (true) with check (true)`,
      `grant select (${columns.join(", ")}) on ${table} to ${anyone}`,
    );
  }
  return sql.join(";\n");
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
