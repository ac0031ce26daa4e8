// npm run dev: the same site, with Next's development mode and nothing kept in memory.
import "./start/check-node.mjs";

const { runCommand } = await import("./start/command.mjs");
await runCommand("start", { mode: "development" });
