import path from "node:path";
import { stripVTControlCharacters } from "node:util";

/** What failed, by name and by the first line of why: `npm test` says it again at its end, where nobody has to scroll to it. */

/**
 * @param {string | null} report Vitest's, in JSON
 * @returns {string[]}
 */
export function failuresOfVitest(report) {
  if (report === null) return ["it left no report"];
  return JSON.parse(report).testResults.flatMap((/** @type {VitestFile} */ file) => {
    const name = path.relative(process.cwd(), file.name);
    if (file.status === "failed" && file.assertionResults.length === 0) return [`${name}: ${firstLineOf(file.message)}`];
    return file.assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages }) => `${name} › ${fullName}: ${firstLineOf(failureMessages[0])}`);
  });
}

/**
 * @param {string | null} report Playwright's, in JSON
 * @returns {string[]}
 */
export function failuresOfPlaywright(report) {
  if (report === null) return ["it left no report"];
  const { suites = [], errors = [] } = JSON.parse(report);
  return [
    ...suites.flatMap(failuresOfSuite),
    ...errors.map((/** @type {{ message?: string }} */ error) => firstLineOf(error.message)),
  ];
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {string[]}
 */
function failuresOfSuite({ suites = [], specs }) {
  const own = specs.flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ projectName, results }) => {
        const error = results.map((result) => result.error).find(Boolean);
        return `[${projectName}] ${file}:${line} › ${title}: ${firstLineOf(error?.message)}`;
      }),
  );
  return [...own, ...suites.flatMap(failuresOfSuite)];
}

/**
 * @param {number | null} code of a program that only succeeds or does not
 * @returns {string[]}
 */
export function failuresOfExit(code) {
  return code === 0 ? [] : [code === null ? "it was ended" : `it ended with ${code}`];
}

/**
 * @param {string} [message] with the colours of a terminal
 * @returns {string}
 */
function firstLineOf(message = "no message") {
  return (
    stripVTControlCharacters(message)
      .split("\n")
      .find((line) => line.trim() !== "") ?? "no message"
  );
}

/** @typedef {{ name: string, status: string, message?: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }} VitestFile */
/** @typedef {{ status: string, projectName: string, results: { error?: { message?: string } }[] }} PlaywrightTest */
/** @typedef {{ suites?: PlaywrightSuite[], specs: { file: string, line: number, title: string, tests: PlaywrightTest[] }[] }} PlaywrightSuite */
