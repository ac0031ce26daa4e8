/**
 * Counts what passed and failed. `check` counts one for work that throws or not; `run` adds the counts of a test
 * runner's report; `needs` counts only a failure, of what later steps rest on. `close` prints the last line and
 * returns the exit code. A signal's `Stopped` is thrown on.
 */
export function makeTally() {
  const count = { passed: 0, failed: 0 };
  const tried = async (work) => {
    try {
      await work();
      return true;
    } catch (error) {
      if (error.name === "Stopped") throw error;
      console.error(error.name === "Failure" ? `\n${error.message}\n` : error);
      return false;
    }
  };
  return {
    async check(work) {
      count[(await tried(work)) ? "passed" : "failed"] += 1;
    },
    async needs(work) {
      const done = await tried(work);
      if (!done) count.failed += 1;
      return done;
    },
    async run(work, readCounts) {
      const wentWell = await tried(work);
      const { passed, failed } = readCounts();
      count.passed += passed;
      // A runner that fails without a failed test (a file that does not load, a setup that throws) has failed once.
      count.failed += wentWell ? failed : Math.max(failed, 1);
    },
    close() {
      console.log(`\n${count.passed} passed, ${count.failed} failed`);
      return count.failed === 0 ? 0 : 1;
    },
  };
}
