import fs from "node:fs";
import path from "node:path";
import { build, stop } from "esbuild";

/**
 * Bundles our server (lib/server/serve.ts) and every command `scripts/NAME.ts` to build/NAME.mjs, for Node.js to run
 * as they are. A command exports `main(context)` and is started by `scripts/NAME.mjs` through scripts/start/command.mjs.
 */
export async function bundlePrograms(root) {
  const commands = fs.readdirSync(path.join(root, "scripts")).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  await build({
    absWorkingDir: root,
    entryPoints: { serve: "lib/server/serve.ts", ...Object.fromEntries(commands.map((name) => [name.slice(0, -3), `scripts/${name}`])) },
    outdir: "build",
    outExtension: { ".js": ".mjs" },
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    // What two programs share, and what is imported late, lies in one place: an object made once is one object.
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: true,
    logLevel: "silent",
    // Next and React, loaded later, choose their builds by it.
    banner: { js: 'process.env.NODE_ENV ??= "production";' },
  });
  await stop();
}
