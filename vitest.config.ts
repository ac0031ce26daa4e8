import fs from "node:fs";
import path from "node:path";
import { defineConfig } from "vitest/config";

const FOLDERS = ["app", "components", "lib", "scripts", "prisma"];
const tests = FOLDERS.flatMap((folder) =>
  fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => path.posix.join(folder, file.replaceAll("\\", "/"))),
).filter((file) => /\.test\.tsx?$/.test(file));

// Who makes no rows needs no database: a test that imports neither of these folders. Where that is wrong, its first query fails.
const isPure = (file: string) => !/from "@\/lib\/(db|testing)\//.test(fs.readFileSync(file, "utf8"));

// What a path of ours stands for in globs: Next's names of folders hold characters that mean something there.
const literal = (file: string) => file.replaceAll(/[()[\]{}!*?@+]/g, "\\$&");

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    // What the code logs is read where a test fails.
    silent: "passed-only",
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: tests.filter(isPure).map(literal),
          // They share a process, which loads each module once, and cannot reach a database or write to a data folder.
          isolate: false,
          env: { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", SITE_SECRET: "pure".repeat(8), DATA_DIR: "/dev/null/none" },
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: tests.filter((file) => !isPure(file)).map(literal),
          globalSetup: "lib/testing/global-setup.ts",
          setupFiles: "lib/testing/worker-setup.ts",
        },
      },
    ],
  },
});
