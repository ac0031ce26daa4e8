// Builds what the site runs from: Next's production build in .next/, our server in build/.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const bin = (name) => path.join(root, "node_modules/.bin", name);
// No page is made at build time, so nothing connects: the addresses only have to be there.
const env = {
  ...process.env,
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  DATABASE_URL: "postgres://build@127.0.0.1/build",
  SITE_SECRET: "build".repeat(8),
};

execFileSync(bin("prisma"), ["generate"], { cwd: root, stdio: "inherit", env: { ...env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath } });
execFileSync(process.execPath, [createRequire(import.meta.url).resolve("next/dist/bin/next"), "build"], {
  cwd: root,
  stdio: "inherit",
  env,
});
await build({
  absWorkingDir: root,
  entryPoints: { serve: "lib/server/serve.ts" },
  outdir: "build",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  sourcemap: true,
  // Next and React, loaded later, choose their production builds by it.
  banner: { js: 'process.env.NODE_ENV = "production";' },
});
