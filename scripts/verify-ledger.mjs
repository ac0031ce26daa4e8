// npm run ledger:verify: what scripts/verify-ledger.ts says.
import "./start/check-node.mjs";

const { runCommand } = await import("./start/command.mjs");
await runCommand("verify-ledger");
