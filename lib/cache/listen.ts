import pg from "pg";
import { CHANNEL } from "@/lib/cache/changed";
import { ownerUrl, siteSecret } from "@/lib/config";
import { loginUrl } from "@/lib/db/names";
import { logError, logInfo } from "@/lib/log";

const RECONNECT_MS = 500;
const HEARTBEAT_MS = 5_000;
const TIMEOUT_MS = 3_000;

/** Whom to tell: of a changed tag, and of a gap in which any change may have been missed. */
export interface ChangeHearer {
  changed(tag: string): void;
  missed(): void;
}

/** A listening connection that renews itself. */
export interface ChangeListener {
  /** Resolves when the first connection listens. */
  listening: Promise<void>;
  close(): Promise<void>;
}

/**
 * Hears of every change that an act marked (lib/cache/changed), from whichever process it came. Listens under the
 * private login, with a heartbeat; cut off, it tries again until it is closed. Each time that it begins to listen it
 * tells `missed`: what happened before is not known. Until then what is held goes on being served: with the database
 * away, nothing changes.
 */
export function listenForChanges(hearer: ChangeHearer): ChangeListener {
  let client: pg.Client | undefined;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let firstListening: () => void = () => {};
  const listening = new Promise<void>((resolve) => (firstListening = resolve));

  const begin = async () => {
    const current = (client = connectionFor(hearer));
    const again = once((error?: Error) => {
      clearTimeout(timer);
      void current.end().catch(() => undefined);
      if (isClosed) return;
      if (error) logError("changes are not heard", error);
      timer = setTimeout(() => void begin(), RECONNECT_MS);
    });
    current.on("error", again).on("end", () => again());
    const beat = () => {
      current.query("select 1").then(() => (timer = setTimeout(beat, HEARTBEAT_MS)), again);
    };
    try {
      await current.connect();
      await current.query(`listen ${CHANNEL}`);
      hearer.missed();
      logInfo("changes are heard");
      timer = setTimeout(beat, HEARTBEAT_MS);
      firstListening();
    } catch (error) {
      again(error instanceof Error ? error : new Error(String(error)));
    }
  };
  void begin();
  return {
    listening,
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}

function connectionFor(hearer: ChangeHearer): pg.Client {
  const client = new pg.Client({
    connectionString: loginUrl(ownerUrl(), siteSecret(), "private"),
    application_name: "leserbrief-listen",
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
  });
  return client.on("notification", ({ payload }) => hearer.changed(payload ?? ""));
}

function once(work: (error?: Error) => void): (error?: Error) => void {
  let isDone = false;
  return (error) => {
    if (isDone) return;
    isDone = true;
    work(error);
  };
}
