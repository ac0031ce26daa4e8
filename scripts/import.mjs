// npm run import: what scripts/import.ts says.
import "./start/check-node.mjs";

// Files are named as seen from where the command was given; the command itself runs in the clone.
process.env.INIT_CWD ??= process.cwd();
const { runCommand } = await import("./start/command.mjs");
await runCommand("import");
