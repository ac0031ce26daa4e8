import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const root = process.cwd();

/** Each rule of .dependency-cruiser.mjs, a file that breaks it, and what that file imports. */
const BROKEN: [rule: string, from: string, imports: string[]][] = [
  ["public-reads-never-reach-the-private-client", "lib/posts/public.ts", ["@/lib/posts/inner"]],
  ["public-pages-read-and-render", "app/(public)/page.tsx", ["@/lib/posts/newsroom"]],
  ["public-pages-read-and-render", "app/(public)/layout.tsx", ["@/lib/db/public"]],
  ["components-only-show", "components/newsroom/queue.tsx", ["@/lib/posts/newsroom"]],
  ["components-only-show", "components/public/thread.tsx", ["@/lib/db/public"]],
  ["readers-load-no-framework", "components/public/card.tsx", ["next/link"]],
  ["readers-load-no-framework", "components/public/menu.tsx", ["@/components/ui/menu"]],
  ["islands-are-light", "components/public/form.island.tsx", ["@/lib/users/schema"]],
  ["domains-meet-in-reads-and-acts", "lib/comments/submit.ts", ["@/lib/users/schema"]],
  ["domains-meet-in-reads-and-acts", "lib/media/upload.ts", ["@/lib/posts/inner"]],
  ["worker-from-the-edge", "lib/comments/approve.ts", ["@/lib/jobs/worker"]],
  ["nothing-imports-app", "lib/users/page.ts", ["@/app/(public)/page"]],
  ["pages-do-not-share-through-app", "app/(own)/receipts/page.tsx", ["@/app/(public)/page"]],
  ["lib-knows-no-framework", "lib/users/hook.ts", ["react"]],
  ["lib-knows-no-framework", "lib/users/headers.ts", ["next/headers"]],
  ["tests-stay-out-of-the-product", "lib/users/invite.ts", ["@/lib/testing/make"]],
  ["no-circles", "lib/settings/one.ts", ["@/lib/settings/two"]],
  ["packages-are-named", "lib/settings/three.ts", ["lodash"]],
];

/** What the rules let pass, so that none bites everything. */
const SOUND: [from: string, imports: string[]][] = [
  ["lib/posts/inner.ts", ["@/lib/db/private"]],
  ["lib/posts/newsroom.ts", ["@/lib/posts/inner", "@/lib/comments/public", "@/lib/audit/record"]],
  ["lib/comments/public.ts", ["@/lib/db/public", "@/lib/comments/schema"]],
  ["lib/comments/schema.ts", ["zod/mini"]],
  ["lib/users/schema.ts", ["zod"]],
  ["lib/audit/record.ts", []],
  ["lib/db/private.ts", []],
  ["lib/db/public.ts", []],
  ["lib/jobs/worker.ts", []],
  ["lib/settings/two.ts", ["@/lib/settings/one"]],
  ["lib/testing/make.ts", []],
  [
    "app/(public)/[slug]/page.tsx",
    ["@/lib/comments/public", "@/lib/comments/schema", "@/lib/i18n/request", "@/components/public/reply.island"],
  ],
  ["app/(newsroom)/admin/page.tsx", ["@/lib/posts/newsroom", "@/components/ui/menu", "next/link"]],
  ["components/public/reply.island.tsx", ["@/lib/comments/schema", "react"]],
  ["components/ui/menu.tsx", ["radix-ui"]],
  ["lib/i18n/request.ts", ["next-intl/server"]],
  ["scripts/jobs.ts", ["@/lib/jobs/worker"]],
];

interface Violation {
  from: string;
  rule: { name: string };
}

const house = fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-house-"));
let violations: Violation[] = [];

beforeAll(async () => {
  for (const [from, imports] of [...BROKEN.map(([, ...file]) => file), ...SOUND]) write(from, imports);
  for (const file of ["tsconfig.json", "package.json", "node_modules"]) fs.symlinkSync(path.join(root, file), path.join(house, file));
  violations = await cruise(house);
}, 60_000);
afterAll(() => {
  fs.rmSync(house, { recursive: true });
});

test.each(BROKEN)("%s: %s may not import %j", (name, from) => {
  expect(violations).toContainEqual(expect.objectContaining({ from, rule: expect.objectContaining({ name }) as unknown }));
});

test("what the rules allow passes", () => {
  const sound = new Set(SOUND.map(([from]) => from));
  const circle = "lib/settings/two.ts";
  expect(violations.filter(({ from }) => sound.has(from) && from !== circle)).toEqual([]);
});

test("every rule is broken here once", async () => {
  const { default: config } = (await import(path.join(root, ".dependency-cruiser.mjs"))) as { default: { forbidden: { name: string }[] } };
  expect(new Set(BROKEN.map(([rule]) => rule))).toEqual(new Set(config.forbidden.map(({ name }) => name)));
});

function write(file: string, imports: string[]): void {
  fs.mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
  const lines = imports.map((from, n) => `import * as used${n} from "${from}";\nconsole.log(used${n});`);
  fs.writeFileSync(path.join(house, file), `${lines.join("\n")}\nexport const here = "${file}";\n`);
}

async function cruise(folder: string): Promise<Violation[]> {
  const args = ["--config", path.join(root, ".dependency-cruiser.mjs"), "--output-type", "json", "app", "components", "lib", "scripts"];
  // It exits with the number of violations, which are what is wanted.
  const { stdout } = await run(path.join(root, "node_modules/.bin/depcruise"), args, { cwd: folder, maxBuffer: 1e8 }).catch(
    (failed: unknown) => failed as { stdout: string },
  );
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}
