import { createHash } from "node:crypto";
import type pg from "pg";
import { roleName } from "@/lib/db/names";
import { visible } from "@/lib/db/visible";

/** What the two logins may do in a database: the SQL that grants it, and whether that was done already. */
interface Grants {
  sql: string;
  /** Whether just this SQL was run on just these tables. Takes any connection that may read the catalogue. */
  stand(db: pg.ClientBase): Promise<boolean>;
}

/**
 * The grants and row-level policies of the two logins in a database (DESIGN.md §4). One implicit transaction; its
 * last statement notes it as a comment on a policy, which lives and dies with the database and the role.
 */
export function grantsSql(database: string): Grants {
  const anyone = quote(roleName(database, "public"));
  const app = quote(roleName(database, "private"));
  const sql = [
    `revoke all on schema public from public`,
    `grant usage on schema public to ${anyone}, ${app}`,
    `revoke all on all tables in schema public from ${anyone}, ${app}`,
    `grant select, insert, update, delete on all tables in schema public to ${app}`,
    // The ledger and the migrations are read and added to, or not touched at all.
    `revoke update, delete on audit_event, audit_chain from ${app}`,
    `revoke insert, update on audit_waiting from ${app}`,
    `revoke insert, update, delete on _prisma_migrations from ${app}`,
    ...Object.entries(visible).flatMap(([table, { columns, rows }]) => [
      `alter table ${table} enable row level security`,
      `drop policy if exists ${anyone} on ${table}`,
      `create policy ${anyone} on ${table} for select to ${anyone} using (${rows})`,
      `drop policy if exists ${app} on ${table}`,
      `create policy ${app} on ${table} to ${app} using (true) with check (true)`,
      `grant select (${columns.join(", ")}) on ${table} to ${anyone}`,
    ]),
  ].join(";\n");
  const note = `(select md5(string_agg(oid::text, ',' order by oid)) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r')`;
  const hash = createHash("sha256").update(sql).digest("hex");
  return {
    sql: `${sql};\ndo $$ begin execute format('comment on policy %I on post is %L', '${roleName(database, "private").replaceAll("'", "''")}', '${hash} ' || ${note}); end $$`,
    stand: async (db) => {
      const { rowCount } = await db.query(
        `select from pg_policy where polname = $1 and obj_description(oid, 'pg_policy') = $2 || ' ' || ${note}
           and has_table_privilege($1, polrelid, 'update') and has_any_column_privilege($3, polrelid, 'select')`,
        [roleName(database, "private"), hash, roleName(database, "public")],
      );
      return Boolean(rowCount);
    },
  };
}

/** A name as SQL takes it, whatever it holds. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
