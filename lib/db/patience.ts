import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { shared } from "@/lib/shared";

/** How long what may be given up waits for an answer while the database is known to say nothing. */
const SILENT_MS = 1_000;

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;
type Transaction = Awaited<ReturnType<Adapter["startTransaction"]>>;

/** How something is waited for: how long while the database is silent (null: its whole time), and what is done when it is given up. */
interface Patience {
  silentMs: number | null;
  giveUp: () => void;
}

/** Of one database all clients of a process hear alike. */
const silence = shared("db.silence", () => ({ isSilent: false }));

/**
 * adapter-pg for a database that may hang, or lie behind a network that swallows everything. Once something has waited in
 * vain for as long as it may (`query_timeout`, `connectionTimeoutMillis`), others wait a second and no more, until there
 * is an answer: a page of six queries would else take six times as long to say that it cannot be shown. Only what reads,
 * and what a transaction does, is given up so early: of a single statement that writes nobody knows whether it will be
 * carried out, nor of a COMMIT, which both have all their time.
 *
 * The connection of a transaction that was given up is closed: adapter-pg 7.10 hands it on with the transaction open, so
 * that the next one's COMMIT would be this one's, too.
 */
export class PatientPg extends PrismaPg {
  readonly #silentMs: number;

  /** Takes what adapter-pg takes, and how long to wait while the database says nothing. */
  constructor(config: pg.PoolConfig, options?: ConstructorParameters<typeof PrismaPg>[1], silentMs = SILENT_MS) {
    super(config, options);
    this.#silentMs = silentMs;
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const silentMs = this.#silentMs;
    // Its connection goes back to the pool when the answer comes, and is closed by it when none does.
    listenTo(adapter, (sql) => ({ silentMs: /^\s*select\b/i.test(sql) ? silentMs : null, giveUp: () => {} }));
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => {
      const started = start(level);
      const transaction = await answerOf(started, { silentMs, giveUp: () => void started.then(discard, () => {}) });
      listenTo(transaction, (sql) => ({ silentMs: sql === "COMMIT" ? null : silentMs, giveUp: () => close(transaction) }));
      return transaction;
    };
    return adapter;
  }
}

function listenTo(asked: Pick<Adapter, "queryRaw" | "executeRaw">, patienceFor: (sql: string) => Patience): void {
  const [queryRaw, executeRaw] = [asked.queryRaw.bind(asked), asked.executeRaw.bind(asked)];
  asked.queryRaw = (query) => answerOf(queryRaw(query), patienceFor(query.sql));
  asked.executeRaw = (query) => answerOf(executeRaw(query), patienceFor(query.sql));
}

async function answerOf<T>(asked: Promise<T>, { silentMs, giveUp }: Patience): Promise<T> {
  let tick: NodeJS.Timeout | undefined;
  const silent = new Promise<never>((_, reject) => {
    const look = () => silence.isSilent && reject(new Error("Query read timeout: the database has said nothing for a while"));
    if (silentMs !== null) tick = setInterval(look, silentMs);
  });
  try {
    const answer = await Promise.race([asked, silent]);
    silence.isSilent = false;
    return answer;
  } catch (error) {
    if (isTimeout(error)) {
      silence.isSilent = true;
      giveUp();
    } else if (isAnswer(error)) silence.isSilent = false;
    throw error;
  } finally {
    clearInterval(tick);
  }
}

/** As pg and its pool say it: of a query, of a turn at a connection, and of a connection that is not made. */
function isTimeout(error: unknown): boolean {
  const text = /^Query read timeout|timeout exceeded when trying to connect|terminated due to connection timeout/;
  return error instanceof Error && text.test(error.message);
}

/** What adapter-pg knows is the database's word against a query, or the network's; the rest is pg's own of what was closed. */
function isAnswer(error: unknown): boolean {
  return error instanceof Error && error.name === "DriverAdapterError";
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
