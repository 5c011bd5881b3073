/** Seeded scripts by the ten thousand, good and broken, read as the product reads them, and run against hostile servers: which promises did not hold. */
import os from "node:os";
import { parseArgs } from "node:util";
import { fuzzRuns } from "#testing/fuzz/fuzz-runs.ts";
import { fuzzScripts } from "#testing/fuzz/fuzz-scripts.ts";
import { describeLoad } from "./describe-load.ts";
import { markdownTable } from "./markdown-table.ts";
import { reportHead } from "./report-head.ts";
import { saveReport } from "./save-report.ts";
import { wholeNumber } from "./whole-number.ts";

const AT_ONCE = 30;

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "50000" },
    played: { type: "string", default: "5000" },
    seed: { type: "string", default: "1" },
    save: { type: "boolean", default: false },
  },
});
const [seed, runs] = [wholeNumber("--seed", values.seed), wholeNumber("--runs", values.runs)];
const before = process.cpuUsage();
const { accepted, refused, broken } = fuzzScripts(seed, runs);
const { user, system } = process.cpuUsage(before);

const played = wholeNumber("--played", values.played);
const { byStatus, byReason, broken: brokenRuns } = await fuzzRuns(seed, played, AT_ONCE);

const number = (value: number) => value.toLocaleString("en-US");
const report = [
  ...reportHead("Scripts, good and broken", `npm run bench -- scripts --runs ${runs} --played ${values.played} --seed ${seed}`, [
    describeLoad(os.loadavg()),
  ]),
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
  "",
  markdownTable(
    ["run against servers with moods", "measured", "aim"],
    [
      ["scripts", number(played), ""],
      ["promises broken", number(brokenRuns.length), "0"],
      ...[...byStatus].map(([status, count]) => [status, number(count), ""]),
      ["different reasons", number(byReason.size), ""],
    ],
  ),
  "",
  "SMTP, IMAP and POP3 servers over real sockets and TLS, which once in a dozen lines say something else, or nothing, or a password back. The promises:",
  "nothing is thrown; a run ends in its time; its message is sent once at most; whatever is said besides is one line of printable ASCII; and no password",
  "is in what is kept of it.",
  ...[...broken, ...brokenRuns].slice(0, 20).map((each) => `- seed ${each.seed}: ${each.promise}`),
].join("\n");
console.log(report);
if (values.save) saveReport("scripts", report);
