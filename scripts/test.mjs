// npm test: everything that is checked, from a fresh clone. Node's built-ins only, until the rest is installed.
import "./start/check-node.mjs";

const { runTests } = await import("./test/run-tests.mjs");
process.exit(await runTests());
