import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { shared } from "@/lib/shared";

/** How long an answer is waited for while the database is known to say nothing. */
const SILENT_MS = 1_000;

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;
type Transaction = Awaited<ReturnType<Adapter["startTransaction"]>>;

/** Of one database all clients of a process hear alike. */
const silence = shared("db.silence", () => ({ isSilent: false }));

/**
 * adapter-pg for a database that may hang, or lie behind a network that swallows everything. Once it has let one query's
 * time pass (`query_timeout`), every query gets SILENT_MS and no more, until it answers one: a page of six queries would
 * else take six times as long to say that it cannot be shown. And the connection of a transaction that was given up is
 * closed: adapter-pg 7.10 hands it on with the transaction open, so that the next one's commit would be this one's, too.
 */
export class PatientPg extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    // A query outside of transactions: the pool closes its connection when it fails.
    listenTo(adapter, () => {});
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => {
      const started = start(level);
      const transaction = await answerOf(started, () => void started.then(discard, () => {}));
      listenTo(transaction, () => close(transaction));
      return transaction;
    };
    return adapter;
  }
}

function listenTo(asked: Pick<Adapter, "queryRaw" | "executeRaw">, giveUp: () => void): void {
  const [queryRaw, executeRaw] = [asked.queryRaw.bind(asked), asked.executeRaw.bind(asked)];
  asked.queryRaw = (query) => answerOf(queryRaw(query), giveUp);
  asked.executeRaw = (query) => answerOf(executeRaw(query), giveUp);
}

/** Waits for what the database was asked, as long as the adapter does, or SILENT_MS at a time while it is silent. */
async function answerOf<T>(asked: Promise<T>, giveUp: () => void): Promise<T> {
  let tick: NodeJS.Timeout | undefined;
  const silent = new Promise<never>((_, reject) => {
    tick = setInterval(() => {
      if (silence.isSilent) reject(new Error("Query read timeout: the database has said nothing for a while"));
    }, SILENT_MS);
  });
  try {
    const answer = await Promise.race([asked, silent]);
    silence.isSilent = false;
    return answer;
  } catch (error) {
    silence.isSilent = isTimeout(error);
    if (silence.isSilent) giveUp();
    throw error;
  } finally {
    clearInterval(tick);
  }
}

/** As pg and its pool say it; what the database itself says against a query is an answer. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && /^Query read timeout|timeout exceeded when trying to connect/.test(error.message);
}

/** Who began a transaction has gone by the time that it could begin. */
function discard(transaction: Transaction): void {
  close(transaction);
  void transaction.rollback();
}

/** Its connection, by the name that adapter-pg has for it inside. The pool drops what is closed when it comes back. */
function close(transaction: Transaction): void {
  void (transaction as unknown as { client: pg.Client }).client.end();
}
