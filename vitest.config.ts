import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    include: ["app", "components", "lib", "scripts", "prisma"].map((folder) => `${folder}/**/*.test.{ts,tsx}`),
    globalSetup: "lib/testing/global-setup.ts",
    setupFiles: "lib/testing/worker-setup.ts",
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    // What the code logs is read where a test fails.
    silent: "passed-only",
  },
});
