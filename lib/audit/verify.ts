import { chainLedger, holdsKept, lastLink, type Head } from "@/lib/audit/chain";
import { WRITTEN } from "@/lib/audit/columns";
import { BEGINNING, linkHash, type WrittenRow } from "@/lib/audit/link";
import { privateDb } from "@/lib/db/private";

/** Links and rows that are read at a time: memory stays flat, and each answer comes soon, however long the ledger is. */
const BATCH = 5_000;
/** Before every id. */
const FIRST = "00000000-0000-0000-0000-000000000000";

/** What is wrong, at the first place where something is, and the row that it is about. */
export interface Wrong {
  /**
   * `changed`: the row, or its link, is not what was chained · `missing`: the row is gone · `gap`: so is the link ·
   * `unknownForm`: chained by a newer version of this program · `unchained`: the row was put in beside the chain ·
   * `lost`: it was gone before it was chained · `cut`: the chain ends before a head that was kept, or leads to another.
   */
  problem: "changed" | "missing" | "gap" | "unknownForm" | "unchained" | "lost" | "cut";
  place: bigint | null;
  eventId: string | null;
}

/** What a proof found: the number of entries, and the chain's head, or the first that is wrong. */
export type Proof = { ok: true; entries: bigint; head: Head | null } | ({ ok: false } & Wrong);

/**
 * Proves the ledger: chains what waits, then walks the chain from its first link to its last and hashes each row again,
 * then looks for rows beside it, and for heads that were kept. Takes heads kept elsewhere, how many links and rows to
 * read at a time, and what to tell how far it is. Indexes: the primary keys of audit_chain and audit_event, and
 * audit_chain (event_id); of what waits there is little.
 */
export async function verifyLedger(kept: Head[] = [], batch = BATCH, tell: (done: bigint) => void = () => {}): Promise<Proof> {
  const isWhole = await holdsKept();
  // More of it on a chain that was cut would hide that.
  if (isWhole) await chainLedger();
  const end = await lastLink(privateDb);
  const walked = await walk(end, batch, tell);
  if (walked) return { ok: false, ...walked };
  const beside = await besideChain(batch);
  if (beside) return { ok: false, ...beside };
  for (const head of kept) if (!(await holdsKept(head))) return { ok: false, problem: "cut", place: head.place, eventId: null };
  if (!isWhole) return { ok: false, problem: "cut", place: end?.place ?? 0n, eventId: null };
  return { ok: true, entries: end?.place ?? 0n, head: end };
}

type Link = WrittenRow & { place: bigint; eventId: string; form: number; previous: Uint8Array; hash: Uint8Array };

/** Returns what is wrong at the first place where something is, else null. */
async function walk(end: Head | null, batch: number, tell: (done: bigint) => void): Promise<Wrong | null> {
  let [place, hash]: [bigint, Uint8Array] = [0n, BEGINNING];
  while (end && place < end.place) {
    const links = await linksAfter(place, batch);
    for (const link of links) {
      const problem = problemOf(link, place, hash);
      if (problem) return { problem, place: problem === "gap" ? place + 1n : link.place, eventId: link.eventId };
      [place, hash] = [link.place, link.hash];
    }
    if (links.length === 0) return { problem: "gap", place: place + 1n, eventId: null };
    tell(place);
  }
  return null;
}

async function linksAfter(place: bigint, batch: number): Promise<Link[]> {
  return privateDb.$queryRaw<Link[]>`
    select link.place, link.event_id::text as "eventId", link.form::int as form, link.previous, link.hash, ${WRITTEN}
    from (select * from audit_chain where place > ${place} order by place limit ${batch}) link
    left join audit_event event on event.id = link.event_id
    order by link.place`;
}

function problemOf(link: Link, before: bigint, previous: Uint8Array): Wrong["problem"] | null {
  if (link.place !== before + 1n) return "gap";
  // The left join found nothing: a row has an act, always.
  if ((link.act as string | null) === null) return "missing";
  const hash = linkHash(previous, link, link.form);
  if (!hash) return "unknownForm";
  return hash.equals(link.hash) && Buffer.from(link.previous).equals(previous) ? null : "changed";
}

/** A row that is in neither place, or was lost from one. */
async function besideChain(batch: number): Promise<Wrong | null> {
  for (let after = FIRST; ;) {
    const { problem, last } = await besideAfter(after, batch);
    if (problem) return { problem: "unchained", place: null, eventId: problem };
    if (!last) break;
    after = last;
  }
  const [lost] = await privateDb.$queryRaw<{ eventId: string }[]>`
    select event_id::text as "eventId" from audit_waiting
    where not exists (select from audit_event where id = event_id) order by place limit 1`;
  return lost ? { problem: "lost", place: null, eventId: lost.eventId } : null;
}

/** Of so many rows the first beside the chain, and the last of all. One statement, and so one moment: what is being chained just now is either in the chain or waits. */
async function besideAfter(after: string, batch: number): Promise<{ problem: string | null; last: string | null }> {
  const [found] = await privateDb.$queryRaw<{ problem: string | null; last: string | null }[]>`
    select min(event.id::text) filter (where chain.event_id is null and waiting.event_id is null) as problem, max(event.id::text) as last
    from (select id from audit_event where id > ${after}::uuid order by id limit ${batch}) event
    left join audit_chain chain on chain.event_id = event.id
    left join audit_waiting waiting on waiting.event_id = event.id`;
  return found ?? { problem: null, last: null };
}
