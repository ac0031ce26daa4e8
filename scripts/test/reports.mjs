import fs from "node:fs";

const NOTHING = { passed: 0, failed: 0 };

/** The counts in vitest's JSON report; a skipped test counts as neither. Without a report, none. */
export function vitestCounts(file) {
  if (!fs.existsSync(file)) return NOTHING;
  const { numPassedTests, numFailedTests, testResults } = read(file);
  const unloaded = testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length;
  return { passed: numPassedTests, failed: numFailedTests + unloaded };
}

/** The counts in Playwright's JSON report; a skipped test counts as neither, a flaky one as failed. Without a report, none. */
export function playwrightCounts(file) {
  if (!fs.existsSync(file)) return NOTHING;
  const { expected, unexpected, flaky } = read(file).stats;
  return { passed: expected, failed: unexpected + flaky };
}

function read(file) {
  return JSON.parse(fs.readFileSync(file, "utf8"));
}
