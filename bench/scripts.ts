/** Seeded scripts by the ten thousand, good and broken, read as the product reads them: which promises did not hold. */
import os from "node:os";
import { parseArgs } from "node:util";
import { fuzzScripts } from "#testing/fuzz/fuzz-scripts.ts";
import { describeLoad } from "./describe-load.ts";
import { markdownTable } from "./markdown-table.ts";
import { reportHead } from "./report-head.ts";
import { saveReport } from "./save-report.ts";
import { wholeNumber } from "./whole-number.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "50000" },
    seed: { type: "string", default: "1" },
    save: { type: "boolean", default: false },
  },
});
const [seed, runs] = [wholeNumber("--seed", values.seed), wholeNumber("--runs", values.runs)];
const before = process.cpuUsage();
const { accepted, refused, broken } = fuzzScripts(seed, runs);
const { user, system } = process.cpuUsage(before);

const number = (value: number) => value.toLocaleString("en-US");
const report = [
  ...reportHead("Scripts, good and broken", `npm run bench -- scripts --runs ${runs} --seed ${seed}`, [describeLoad(os.loadavg())]),
  markdownTable(
    ["what", "measured", "aim"],
    [
      ["scripts", number(runs), ""],
      ["promises broken", number(broken.length), "0"],
      ["accepted", number(accepted), ""],
      ["refused", number(refused), ""],
      ["CPU for each, made, written and read", `${((user + system) / runs / 1000).toFixed(1)} ms`, ""],
    ],
  ),
  "",
  "A third are good ones, a third have one broken step, and a third are good texts after one to three accidents with their characters. The promises:",
  "nothing is thrown; a good script is read as it is; a broken step is refused with a reason and a line that is its own; and whatever is read can be",
  `written down and reads as the same. These are seeds ${number(seed)} to ${number(seed + runs - 1)}.`,
  ...broken.slice(0, 20).map((each) => `- seed ${each.seed}: ${each.promise}`),
].join("\n");
console.log(report);
if (values.save) saveReport("scripts", report);
