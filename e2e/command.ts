import { spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A command of package.json, run as a person does it. */
export interface Running {
  /** The process that was started: npm, or node itself. It leads a group of its own, as in a terminal. */
  pid: number;
  /** Everything that it has printed. */
  printed: () => string;
  /** Resolves when it has printed this; throws, with what it printed, when it ends before. */
  until(text: RegExp): Promise<void>;
  /** Its exit code, once everything of it is gone; null when a signal ended it. */
  ended: Promise<number | null>;
}

const everything = new Set<number>();

/** Starts a program in the clone, as in a terminal of its own. Only these settings reach it, and none of a .env file. */
export function run(program: string, args: string[], settings: Record<string, string>): Running {
  const env = {
    NODE_ENV: "production" as const,
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATABASE_URL: "",
    SITE_SECRET: "",
    ...settings,
  };
  const child = spawn(program, args, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const pid = child.pid ?? 0;
  everything.add(pid);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const ended = once(child, "close").then(([code]) => code as number | null);
  return {
    pid,
    ended,
    printed: () => printed,
    until: async (text) => {
      while (!text.test(printed)) {
        if (child.stdout.closed) throw new Error(`It ended before it printed ${text.source}:\n${printed}`);
        await sleep(20);
      }
    },
  };
}

/** Kills every group that was started here and still lives. */
export function killAll(): void {
  for (const pid of everything) if (isGroupAlive(pid)) process.kill(-pid, "SIGKILL");
}

/** Whether any process of a group lives. */
export function isGroupAlive(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A port of 127.0.0.1 that is free now. */
export async function freePort(): Promise<string> {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return String(typeof address === "object" ? address?.port : "");
}
