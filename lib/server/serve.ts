import { logError, say } from "@/lib/log";
import { startServer, type RunningServer } from "@/lib/server/main";

// The process of the running site: `node build/serve.mjs`. It says `ready <url>` when it answers.
try {
  stopOnSignals(await startServer());
} catch (error) {
  logError("start failed", error);
  process.exit(1);
}

function stopOnSignals(server: RunningServer): void {
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void server.close().then(() => process.exit(0));
    });
  }
  say(`ready ${server.url}`);
}
