// npm run bench [-- NAME …]: what scripts/bench.ts says.
import "./start/check-node.mjs";

const { runCommand } = await import("./start/command.mjs");
await runCommand("bench");
