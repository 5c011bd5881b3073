import { failuresOfExit, failuresOfPlaywright, failuresOfVitest } from "./failures.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Tally how many, and what failed by its name */

/** @type {Tally} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0, failures: [] };

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sumOf(tallies) {
  return tallies.reduce(
    (sum, { passed, failed, skipped, failures }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
      failures: [...sum.failures, ...failures],
    }),
    NOTHING,
  );
}

/**
 * The last line of `npm test`.
 * @param {Omit<Tally, "failures">} tally
 */
export function lineOf({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * Of a program that either succeeds or does not.
 * @param {number | null} code its exit code
 * @returns {Tally}
 */
export function tallyOfExit(code) {
  return code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1, failures: failuresOfExit(code) };
}

/**
 * Of Vitest's JSON report. A file that could not be loaded has no tests to count, and failed all the same; so did a run that ended
 * badly with every test passed, or without a report.
 * @param {string | null} report null where it left none
 * @param {number | null} code Vitest's exit code
 * @returns {Tally}
 */
export function tallyOfVitest(report, code) {
  const failures = failuresOfVitest(report);
  if (report === null) return { ...NOTHING, failed: 1, failures };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(report);
  const broken = testResults.filter((/** @type {{ status: string, assertionResults: unknown[] }} */ file) => {
    return file.status === "failed" && file.assertionResults.length === 0;
  }).length;
  return withExit(
    { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests + numTodoTests, failures },
    code,
  );
}

/**
 * Of Playwright's JSON report. A story that only passed at its second try failed.
 * @param {string | null} report null where it left none
 * @param {number | null} code Playwright's exit code
 * @returns {Tally}
 */
export function tallyOfPlaywright(report, code) {
  const failures = failuresOfPlaywright(report);
  if (report === null) return { ...NOTHING, failed: 1, failures };
  const { expected, unexpected, flaky, skipped } = JSON.parse(report).stats;
  return withExit({ passed: expected, failed: unexpected + flaky, skipped, failures }, code);
}

/**
 * @param {Tally} tally
 * @param {number | null} code
 * @returns {Tally}
 */
function withExit(tally, code) {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
