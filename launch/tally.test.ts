import { expect, test } from "vitest";
import { lineOf, sumOf, tallyOfExit, tallyOfPlaywright, tallyOfVitest } from "./tally.mjs";

const vitestReport = (counts: object, files: object[] = []) =>
  JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: files, ...counts });

test("the last line counts, and names what was skipped only where something was", () => {
  expect(lineOf({ passed: 12, failed: 0, skipped: 0 })).toBe("12 passed, 0 failed");
  expect(lineOf({ passed: 12, failed: 1, skipped: 3 })).toBe("12 passed, 1 failed, 3 skipped");
  expect(sumOf([tallyOfExit(0), tallyOfExit(2), { passed: 5, failed: 1, skipped: 2 }])).toEqual({
    passed: 6,
    failed: 2,
    skipped: 2,
  });
});

test("tests of Vitest count one each, those to do as skipped", () => {
  const report = vitestReport({ numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 });
  expect(tallyOfVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 3 });
});

test("a file that could not be loaded failed, though it has no test to count", () => {
  const report = vitestReport({ numPassedTests: 3 }, [{ status: "failed", assertionResults: [] }]);
  expect(tallyOfVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test("a run that ends badly never passes, whatever its report says or where there is none", () => {
  expect(tallyOfVitest(vitestReport({ numPassedTests: 3 }), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  expect(tallyOfVitest(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(tallyOfPlaywright(null, null)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("a story that passed only at its second try failed", () => {
  const report = JSON.stringify({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } });
  expect(tallyOfPlaywright(report, 1)).toEqual({ passed: 4, failed: 2, skipped: 2 });
});
