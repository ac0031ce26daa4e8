import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** CONTRACT.md numbers what the outside may rely on; a test that proves a point names it in its title, in square brackets: C and the number. */
const POINTS = 17;

const titles = ["app", "components", "e2e", "lib", "prisma", "scripts"].flatMap((folder) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
    .map((file) => fs.readFileSync(path.join(folder, file), "utf8")),
);

test.each(Array.from({ length: POINTS }, (_, at) => at + 1))("point %i of the contract has a test that names it", (point) => {
  expect(titles.some((text) => text.includes(`[C${point}]`))).toBe(true);
});
