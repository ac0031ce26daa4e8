import { createHash } from "node:crypto";
import type { PrismaPg } from "@prisma/adapter-pg";
import { ownerUrl, siteSecret } from "@/lib/config";
import { loginUrl, type Login } from "@/lib/db/names";
import { PatientPg } from "@/lib/db/patience";

const POOL_SIZE = { public: 8, private: 8 };
/** How long a burst may wait for its turn at a connection. A database that is down refuses at once, and waits for nobody. */
const WAIT_MS = 15_000;
/** How long an answer is waited for: a database that hangs, or a network that swallows everything, never says that it is down. No query of a page takes a tenth of it, none of a job a fifth. */
const ANSWER_MS = { public: 5_000, private: 15_000 };

/**
 * A driver adapter for one login. Sessions run in UTC: adapter-pg reads a Date of any other zone hours off.
 * Nothing is compiled (JIT): every query of ours is short, and that takes longer than the longest.
 * Prepared statements are named by their text, which saves PostgreSQL planning them again.
 */
export function adapterFor(login: Login): PrismaPg {
  return new PatientPg(
    {
      connectionString: loginUrl(ownerUrl(), siteSecret(), login),
      max: POOL_SIZE[login],
      connectionTimeoutMillis: WAIT_MS,
      query_timeout: ANSWER_MS[login],
      options: "-c TimeZone=UTC -c jit=off",
      application_name: `leserbrief-${login}`,
    },
    { statementNameGenerator: ({ sql }) => createHash("sha1").update(sql).digest("base64url") },
  );
}
