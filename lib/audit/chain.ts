import { WRITTEN } from "@/lib/audit/columns";
import { BEGINNING, FORM, linkHash, type WrittenRow } from "@/lib/audit/link";
import { keepHead, readHead } from "@/lib/audit/kept-head";
import { privateDb, type Tx } from "@/lib/db/private";

/** Rows that are chained in one transaction. */
const BATCH = 1_000;
/** Of two instances at once one chains a batch, and then the other the next. No writer of the ledger takes it. */
const CHAIN_LOCK = 505_424;

/** The last link of the chain. */
export interface Head {
  place: bigint;
  hash: Uint8Array;
}

/**
 * The job `audit.chain`: ties the ledger's rows that were committed since to the chain, in the order in which they were
 * written, as long as there are any; then notes the head beside the database (kept-head.ts). Safe to run twice, by
 * several at once, and to be cut off anywhere: a batch is chained whole or not at all. Takes how many rows a batch has.
 * Throws when the head that this machine noted is not in the chain any more: somebody cut it, and more of it hides that.
 */
export async function chainLedger(batch = BATCH): Promise<void> {
  if (!(await holdsKept()))
    throw new Error("The ledger's chain does not hold the head that was kept here: npm run ledger:verify tells more.");
  for (let isMore = true; isMore;) isMore = await privateDb.$transaction((tx) => chainSome(tx, batch));
  const head = await lastLink(privateDb);
  if (head) keepHead(head);
}

/** The last link, or null before the first. Index: audit_chain's primary key. */
export async function lastLink(db: Tx): Promise<Head | null> {
  return db.auditChain.findFirst({ orderBy: { place: "desc" }, select: { place: true, hash: true } });
}

/** Whether the chain still has, at its place, the head that was noted on this machine; so too where none was. */
export async function holdsKept(kept = readHead()): Promise<boolean> {
  if (!kept) return true;
  const link = await privateDb.auditChain.findUnique({ where: { place: kept.place }, select: { hash: true } });
  return link !== null && Buffer.from(link.hash).equals(kept.hash);
}

/** Returns whether more may be waiting. Indexes: primary keys of audit_waiting and audit_event, audit_chain_event_id_key. */
async function chainSome(tx: Tx, batch: number): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${CHAIN_LOCK})`;
  // A statement of its own, begun after the lock was given: it sees what the other instance chained. A row that waits
  // and is gone stays waiting: the proof names it.
  const rows = await tx.$queryRaw<(WrittenRow & { waiting: bigint; isChained: boolean })[]>`
    select waiting.place as waiting, exists (select from audit_chain where event_id = event.id) as "isChained", ${WRITTEN}
    from audit_waiting waiting join audit_event event on event.id = waiting.event_id
    order by waiting.place limit ${batch}`;
  if (rows.length === 0) return false;
  await append(
    tx,
    rows.filter(({ isChained }) => !isChained),
  );
  await tx.$executeRaw`delete from audit_waiting where place = any(${rows.map(({ waiting }) => waiting)}::bigint[])`;
  return rows.length === batch;
}

async function append(tx: Tx, rows: WrittenRow[]): Promise<void> {
  let head: Head = (await lastLink(tx)) ?? { place: 0n, hash: BEGINNING };
  const links = rows.map((row) => {
    const hash = linkHash(head.hash, row);
    if (!hash) throw new Error("Today's form of the ledger's rows is not known.");
    const link = { place: head.place + 1n, eventId: row.id, form: FORM, previous: Buffer.from(head.hash), hash };
    head = link;
    return link;
  });
  await tx.auditChain.createMany({ data: links });
}
