import { findBrowser, HOW_TO_GET_A_BROWSER } from "./find-browser.mjs";
import { runPart, withReport } from "./run-part.mjs";
import { NOTHING, tallyOfExit, tallyOfPlaywright, tallyOfVitest } from "./tally.mjs";

/** @typedef {import("./tally.mjs").Tally} Tally */
/** @typedef {Omit<Parameters<typeof runPart>[0], "args">} Where */
/** @typedef {{ name: string, run: (where: Where) => Promise<Tally> }} Part */

const VITEST = "node_modules/vitest/vitest.mjs";

/**
 * @param {string} name
 * @param {string[]} args for Node
 * @returns {Part}
 */
function check(name, args) {
  return { name, run: async (where) => tallyOfExit(await runPart({ ...where, args })) };
}

/**
 * @param {string} name
 * @param {string[]} [filter]
 * @returns {Part}
 */
function vitest(name, filter = []) {
  return {
    name,
    run: async (where) => {
      const { code, report } = await withReport((file) => {
        const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
        return runPart({ ...where, args: [VITEST, "run", ...filter, ...reporters] });
      });
      return tallyOfVitest(report, code);
    },
  };
}

/** @type {Part} */
const stories = {
  name: "Stories in a browser",
  run: async (where) => {
    if (!(await findBrowser())) {
      console.warn(HOW_TO_GET_A_BROWSER);
      return where.env.CI === "true" ? { ...NOTHING, failed: 1, failures: ["no browser"] } : { ...NOTHING, skipped: 1 };
    }
    const { code, report } = await withReport((file) => {
      const env = { ...where.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
      return runPart({ ...where, env, args: ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"] });
    });
    return tallyOfPlaywright(report, code);
  },
};

const CHECKS = [
  check("Types", ["node_modules/typescript/bin/tsc", "--noEmit"]),
  check("Lint", ["node_modules/oxlint/bin/oxlint"]),
  check("Format", ["node_modules/oxfmt/bin/oxfmt", "--check"]),
];

/** What `npm test` runs, and what `--only` picks from it. */
export const PARTS = {
  all: [...CHECKS, vitest("Tests"), stories],
  check: [...CHECKS, vitest("The rules of the house", ["testing/house.test.ts"])],
  tests: [vitest("Tests")],
  stories: [stories],
};
