import { constants } from "node:os";
import { buildAhead } from "./build.mjs";
import { findBrowser, HOW_TO_GET_A_BROWSER } from "./find-browser.mjs";
import { runPart, withReport } from "./run-part.mjs";
import { NOTHING, tallyOfExit, tallyOfPlaywright, tallyOfVitest } from "./tally.mjs";

/** @typedef {import("./tally.mjs").Tally} Tally */
/** @typedef {Omit<Parameters<typeof runPart>[0], "args">} Where */
/** @typedef {{ name: string, run: (where: Where) => Promise<Tally>, beside?: Part[] }} Part `beside` it run others, one after the other */

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

/** The pages that the stories are about: whoever starts the product first would wait for them. @type {Part} */
const pages = {
  name: "The pages",
  run: async (where) => {
    try {
      await buildAhead(where);
      return NOTHING;
    } catch (error) {
      return { ...NOTHING, failed: 1, failures: [/** @type {Error} */ (error).message] };
    }
  },
};

/**
 * @param {Part} part
 * @returns {Part} the same, with what others leave of the cores
 */
function patient({ name, run }) {
  return { name, run: (where) => run({ ...where, priority: constants.priority.PRIORITY_LOW }) };
}

const CHECKS = [
  check("Types", ["node_modules/typescript/bin/tsc", "--noEmit"]),
  check("Lint", ["node_modules/oxlint/bin/oxlint"]),
  check("Format", ["node_modules/oxfmt/bin/oxfmt", "--check"]),
];

/** What `npm test` runs, and what `--only` picks from it. */
export const PARTS = {
  all: [
    { ...vitest("Tests", ["--project=!launch"]), beside: [...CHECKS, pages].map(patient) },
    vitest("Starts of the product", ["--project=launch"]),
    stories,
  ],
  check: [...CHECKS, vitest("The rules of the house", ["testing/house.test.ts"])],
  tests: [vitest("Tests")],
  stories: [stories],
};
