import path from "node:path";
import { expect, test } from "vitest";
import { lineOf, sumOf, tallyOfExit, tallyOfPlaywright, tallyOfVitest } from "./tally.mjs";

const vitestReport = (counts: object, files: object[] = []) =>
  JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: files, ...counts });

test("the last line counts, and names what was skipped only where something was", () => {
  expect(lineOf({ passed: 12, failed: 0, skipped: 0 })).toBe("12 passed, 0 failed");
  expect(lineOf({ passed: 12, failed: 1, skipped: 3 })).toBe("12 passed, 1 failed, 3 skipped");
  expect(sumOf([tallyOfExit(0), tallyOfExit(2), { passed: 5, failed: 1, skipped: 2, failures: ["a › b"] }])).toEqual({
    passed: 6,
    failed: 2,
    skipped: 2,
    failures: ["it ended with 2", "a › b"],
  });
});

test("tests of Vitest count one each, those to do as skipped", () => {
  const report = vitestReport({ numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 });
  expect(tallyOfVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 3, failures: [] });
});

test("a file that could not be loaded failed, though it has no test to count", () => {
  const report = vitestReport({ numPassedTests: 3 }, [
    { name: path.resolve("core/a.test.ts"), status: "failed", message: "No such module\nat …", assertionResults: [] },
  ]);
  const failures = ["core/a.test.ts: No such module"];
  expect(tallyOfVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 0, failures });
});

test("a run that ends badly never passes, whatever its report says or where there is none", () => {
  expect(tallyOfVitest(vitestReport({ numPassedTests: 3 }), 1)).toEqual({ passed: 3, failed: 1, skipped: 0, failures: [] });
  const failures = ["it left no report"];
  expect(tallyOfVitest(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0, failures });
  expect(tallyOfPlaywright(null, null)).toEqual({ passed: 0, failed: 1, skipped: 0, failures });
});

test("what failed is told by its name and the first line of why, without a terminal's colours", () => {
  const assertionResults = [
    { status: "passed", fullName: "one", failureMessages: [] },
    { status: "failed", fullName: "two", failureMessages: ["\u001B[31mexpected 1\u001B[39m to be 2\n    at …"] },
  ];
  const report = vitestReport({ numPassedTests: 1, numFailedTests: 1 }, [
    { name: path.resolve("core/a.test.ts"), status: "failed", assertionResults },
  ]);
  expect(tallyOfVitest(report, 1).failures).toEqual(["core/a.test.ts › two: expected 1 to be 2"]);
});

test("a story that passed only at its second try failed, and is named, however deep its group", () => {
  const results = [{ error: { message: "\nTimed out\nCall log: …" } }, {}];
  const spec = (title: string, status: string) => ({
    file: "a.spec.ts",
    line: 7,
    title,
    tests: [{ status, projectName: "phone", results }],
  });
  const suites = [{ specs: [spec("one", "expected")], suites: [{ specs: [spec("two", "unexpected"), spec("three", "flaky")] }] }];
  const report = JSON.stringify({ suites, errors: [], stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } });
  const failures = ["[phone] a.spec.ts:7 › two: Timed out", "[phone] a.spec.ts:7 › three: Timed out"];
  expect(tallyOfPlaywright(report, 1)).toEqual({ passed: 4, failed: 2, skipped: 2, failures });
});
