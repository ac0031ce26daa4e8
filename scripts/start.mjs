// npm start: everything, from a fresh clone, to a running site. Node's built-ins only, until the rest is installed.
import "./start/check-node.mjs";

const { runCommand } = await import("./start/command.mjs");
await runCommand("start");
