import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { TEST_SECRET } from "@/lib/testing/secret";

const START_SECONDS = 30;

/** One running production server. */
export interface Site {
  /** Its origin, such as http://localhost:41234. */
  url: string;
  databaseUrl: string;
  /** Its DATA_DIR: mail is written to `mail/` in it. */
  dataDir: string;
  /** Everything that it has printed. */
  log(): string;
  /** Reads no more of what it prints, as a log's collector that died: its lines cannot be written from now on. */
  stopListening(): void;
  /** Ends it as a power cut does (SIGKILL); its data folder stays for the next start. */
  kill(): Promise<void>;
  /** Stops it with SIGTERM; resolves with its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts `node build/serve.mjs` on a database that is migrated already, on a free port and in a data folder of its own
 * (or on the port and in the folder given, as a second instance of a site has, or one that starts again). Only the settings given here reach it. It runs in this folder, or in the one named.
 * Throws, with what it printed, when it is not ready within 30 s.
 */
export async function startSite(databaseUrl: string, settings: Record<string, string> = {}, cwd?: string): Promise<Site> {
  const port = settings.PORT ?? String(await freePort());
  const dataDir = settings.DATA_DIR ?? fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-site-"));
  const url = `http://localhost:${port}`;
  const env = {
    NODE_ENV: "production" as const,
    PATH: process.env.PATH,
    PORT: port,
    SITE_URL: url,
    DATABASE_URL: databaseUrl,
    SITE_SECRET: TEST_SECRET,
    DATA_DIR: dataDir,
    TRUSTED_PROXIES: "1",
    ...settings,
  };
  const server = spawn(process.execPath, ["build/serve.mjs"], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const printed = await untilReady(server);
  return {
    url,
    databaseUrl,
    dataDir,
    log: () => printed.join(""),
    stopListening: () => {
      for (const stream of [server.stdout, server.stderr]) stream.destroy();
    },
    kill: async () => {
      server.kill("SIGKILL");
      await once(server, "exit");
    },
    stop: async () => {
      if (server.exitCode === null && server.signalCode === null) {
        server.kill("SIGTERM");
        await once(server, "exit");
      }
      if (!settings.DATA_DIR) fs.rmSync(dataDir, { recursive: true, force: true });
      return server.exitCode;
    },
  };
}

function untilReady(server: ChildProcess): Promise<string[]> {
  const printed: string[] = [];
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      server.kill("SIGKILL");
      reject(new Error(`The site ${why}. It printed:\n${printed.join("")}`));
    };
    const late = setTimeout(fail, START_SECONDS * 1000, `was not ready within ${START_SECONDS} s`);
    const exited = () => fail(`ended with ${String(server.exitCode)} before it was ready`);
    const hear = (chunk: Buffer) => {
      printed.push(chunk.toString());
      if (!/^ready /m.test(printed.join(""))) return;
      clearTimeout(late);
      server.off("exit", exited);
      resolve(printed);
    };
    server.stdout?.on("data", hear);
    server.stderr?.on("data", hear);
    server.once("exit", exited);
  });
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as net.AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
