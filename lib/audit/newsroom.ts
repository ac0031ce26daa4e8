import { z } from "zod";
import { ACTS } from "@/lib/audit/acts";
import { mayReadLedger } from "@/lib/audit/policy";
import { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import { sortedByName } from "@/lib/i18n/sorting";
import { isId } from "@/lib/ids";
import { readPlace, writePlace } from "@/lib/keyset";
import type { Result } from "@/lib/result";
import { siteSettings } from "@/lib/settings/public";
import type { Actor } from "@/lib/users/policy";

const PAGE = 50;
const MOST_PEOPLE = 500;
/** Instead of a person: what the site itself did. */
export const SITE_ITSELF = "site";

const day = z.iso.date().optional().catch(undefined);

/** What the ledger may be asked for, untrusted: what cannot be read counts as not asked. Days are the site's calendar's. */
const ledgerQuery = z.object({
  who: z
    .union([z.uuid(), z.literal(SITE_ITSELF)])
    .optional()
    .catch(undefined),
  act: z.enum(ACTS).optional().catch(undefined),
  since: day,
  until: day,
  /** The id of what it was done to. */
  id: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^\0]*$/)
    .optional()
    .catch(undefined),
  after: z.string().transform(readPlace).optional().catch(undefined),
});
type LedgerQuery = z.output<typeof ledgerQuery>;

/** An entry as the newsroom's page shows it. Names are looked up now: no entry holds one. */
export interface LedgerEntry {
  id: string;
  at: Date;
  act: string;
  subjectType: string;
  subjectId: string;
  from: unknown;
  to: unknown;
  why: string | null;
  rule: string | null;
  actorId: string | null;
  /** Who did it; null for the site itself, and for whom the site knows no more. */
  actor: string | null;
  /** What the thing is called today; null where it has no name, or is gone. */
  subject: string | null;
}

/** A page of the ledger, newest first; `next` goes on after it, null at the end. */
export interface Ledger {
  entries: LedgerEntry[];
  next: string | null;
  people: { id: string; name: string }[];
}

/**
 * One page of the ledger, newest first. Takes the untrusted query (ledgerQuery). Returns it with the people to choose
 * from, or `forbidden`. Indexes: audit_event_at_id_idx, and its sisters that begin with act, actor_id, both, subject_id.
 */
export async function readLedger(actor: Actor, query: unknown): Promise<Result<Ledger>> {
  if (!mayReadLedger(actor)) return { ok: false, error: "forbidden" };
  const { timeZone, locale } = await siteSettings();
  const rows = await privateDb.$queryRaw<Omit<LedgerEntry, "actor" | "subject">[]>(pageSql(ledgerQuery.parse(query), timeZone));
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const people = await privateDb.user.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" }, take: MOST_PEOPLE });
  const actors = await namesOf("user", idsOf(page.map((row) => row.actorId)));
  const subjects = await subjectsOf(page);
  return {
    ok: true,
    entries: page.map((row) => ({
      ...row,
      actor: actors.get(row.actorId ?? "") ?? null,
      subject: subjects.get(row.subjectId) ?? null,
    })),
    next: last && rows.length > page.length ? writePlace({ key: last.at.getTime(), id: last.id }) : null,
    people: sortedByName(people, locale),
  };
}

/**
 * The page's query: one row more than it shows. What is asked for is written as bounds of an index and stands first in
 * the order, where `=` would do, so that no other index fits: PostgreSQL would read the one of times, and pass over
 * millions of rows for a person who did much here once.
 */
export function pageSql({ who, act, since, until, id, after }: LedgerQuery, timeZone: string): Prisma.Sql {
  const isSite = who === SITE_ITSELF;
  const person = who && !isSite ? [{ column: Prisma.sql`actor_id`, value: Prisma.sql`${who}::uuid` }] : [];
  const kind = act ? [{ column: Prisma.sql`act`, value: Prisma.sql`${act}` }] : [];
  // Of one thing there are few: the rest is looked for among them.
  const bounds = id ? [{ column: Prisma.sql`subject_id`, value: Prisma.sql`${id}` }] : [...person, ...kind];
  const beside = id ? [...person, ...kind].map(({ column, value }) => Prisma.sql`${column} = ${value}`) : [];
  const row = (columns: Prisma.Sql[], than: string, values: Prisma.Sql[]) =>
    Prisma.sql`(${Prisma.join([...bounds.map(({ column }) => column), ...columns])}) ${Prisma.raw(than)} (${Prisma.join([...bounds.map(({ value }) => value), ...values])})`;
  const midnight = (date: string, days: number) => Prisma.sql`((${date}::date + ${days}::int)::timestamp at time zone ${timeZone})`;
  const [at, key] = [Prisma.sql`audit_event.at`, Prisma.sql`audit_event.id`];
  const conditions = [
    ...(isSite ? [Prisma.sql`actor_id is null`] : []),
    ...(bounds.length ? [row([], ">=", []), row([], "<=", [])] : []),
    ...(since ? [row([at], ">=", [midnight(since, 0)])] : []),
    ...(until ? [row([at], "<", [midnight(until, 1)])] : []),
    ...(after ? [row([at, key], "<", [Prisma.sql`${new Date(after.key)}`, Prisma.sql`${after.id}::uuid`])] : []),
    ...beside,
  ];
  const order = [...(isSite && !id ? [Prisma.sql`actor_id`] : []), ...bounds.map(({ column }) => column), at, key];
  return Prisma.sql`
    select id::text as id, at, actor_id::text as "actorId", act, subject_type as "subjectType", subject_id as "subjectId",
      "from", "to", why, rule
    from audit_event where ${conditions.length ? Prisma.join(conditions, " and ") : Prisma.sql`true`}
    order by ${Prisma.join(order.map((column) => Prisma.sql`${column} desc`))} limit ${PAGE + 1}`;
}

const NAMED = {
  post: Prisma.sql`title from post`,
  user: Prisma.sql`name from newsroom_user`,
  category: Prisma.sql`name from category`,
  tag: Prisma.sql`name from tag`,
};

async function subjectsOf(rows: { subjectType: string; subjectId: string }[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const type of Object.keys(NAMED) as (keyof typeof NAMED)[]) {
    const ids = idsOf(rows.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId));
    for (const [id, name] of await namesOf(type, ids)) names.set(id, name);
  }
  return names;
}

/** What things are called today, by id. Index: the primary key of each. */
async function namesOf(type: keyof typeof NAMED, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await privateDb.$queryRaw<{ id: string; name: string }[]>`
    select named.id::text as id, named.name from (select id, ${NAMED[type]}) as named (id, name) where named.id = any(${ids}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function idsOf(ids: (string | null)[]): string[] {
  return [...new Set(ids.flatMap((id) => (id && isId(id) ? [id] : [])))];
}
