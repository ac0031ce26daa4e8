import { createHmac } from "node:crypto";

/** The two logins of the app (DESIGN.md §4). */
export type Login = "public" | "private";

/** The role of a login in a database: `lb_<database>_<login>`, at most 63 bytes (PostgreSQL's limit for names). */
export function roleName(database: string, login: Login): string {
  const room = 63 - `lb__${login}`.length;
  return `lb_${database.length <= room ? database : database.slice(0, room)}_${login}`;
}

/** A role's password: HMAC(site secret, role), so that every instance knows it and nothing stores it. */
export function rolePassword(secret: string, role: string): string {
  return createHmac("sha256", secret).update(role).digest("base64url");
}

/** A login's address, from the owner's address and the site's secret. */
export function loginUrl(owner: string, secret: string, login: Login): string {
  const url = new URL(owner);
  const role = roleName(databaseName(owner), login);
  url.username = role;
  url.password = rolePassword(secret, role);
  return url.href;
}

/** The database that an address names. */
export function databaseName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}
