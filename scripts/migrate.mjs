// npm run migrate: what scripts/migrate.ts says.
import "./start/check-node.mjs";

const { runCommand } = await import("./start/command.mjs");
await runCommand("migrate");
