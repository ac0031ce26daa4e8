import { once } from "node:events";
import { spawn } from "node:child_process";
import type { CommandContext } from "../start/context";
import { Failure } from "@/lib/failure";

/** Runs a benchmark in a process of its own, as a process holds the first database that it opens. Throws a Failure when it fails. */
export async function benchApart({ root }: CommandContext, name: string, env: Record<string, string> = {}): Promise<void> {
  const command = spawn(process.execPath, ["scripts/bench.mjs", name], { cwd: root, env: { ...process.env, ...env }, stdio: "inherit" });
  const [code] = (await once(command, "exit")) as [number | null];
  if (code !== 0) throw new Failure(`npm run bench:${name} failed.`);
}
