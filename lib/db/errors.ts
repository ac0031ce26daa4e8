import { Prisma } from "@/lib/db/generated/client";

/** What the driver adapter calls a database that cannot be reached or will not serve (@prisma/driver-adapter-utils). */
const AWAY_KINDS = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]);
/** PostgreSQL's codes for the same: connection exceptions (08), no resources (53), shutting down or starting (57P01–57P03), no such database (3D000). */
const AWAY_CODES = /^(08|53|57P0[123]|3D000)/;
/** Prisma: cannot reach, timed out reaching, no such database, no connection free in time, connection closed, no transaction in time. */
const AWAY_PRISMA = new Set(["P1001", "P1002", "P1003", "P1008", "P1017", "P2024", "P2028"]);
/** What Node's sockets and pg's pool say before Prisma hears of it (pg-boss has a pool of its own). */
const AWAY_TEXT = /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|timeout exceeded when trying to connect|Query read timeout/;

/**
 * Whether an error means that the database is away (stopped, starting, cut off, out of connections), or another store of
 * the site's (lib/outage.ts), and not that we have a defect: the answer is then 503 and the caller may try again. Takes anything that was thrown.
 */
export function isOutage(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (error instanceof Prisma.PrismaClientKnownRequestError) return AWAY_PRISMA.has(error.code) || isAway(error.meta?.driverAdapterError);
  if (error instanceof Error && error.name === "Outage") return true;
  return error instanceof Error && (AWAY_TEXT.test(error.message) || AWAY_TEXT.test(String(Reflect.get(error, "code"))) || isAway(error));
}

/** Looks into the driver adapter's error; Prisma leaves its type open. */
function isAway(error: unknown): boolean {
  const cause: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "cause") : undefined;
  if (typeof cause !== "object" || cause === null) return false;
  return AWAY_KINDS.has(String(Reflect.get(cause, "kind"))) || AWAY_CODES.test(String(Reflect.get(cause, "originalCode")));
}
