/** What a stored check costs, in bytes and time, in each of several ways to store it. */
import { parseArgs } from "node:util";
import { startOwnPostgres } from "#testing/own-postgres.ts";
import { markdownTable } from "./markdown-table.ts";
import { reportHead } from "./report-head.ts";
import { saveReport } from "./save-report.ts";
import type { Crowd } from "./stored-check/make-checks.ts";
import { measureRollups } from "./stored-check/measure-rollups.ts";
import { measure } from "./stored-check/measure.ts";
import { VARIANTS } from "./stored-check/variants.ts";
import { wholeNumber } from "./whole-number.ts";

const { values } = parseArgs({
  options: {
    monitors: { type: "string", default: "100000" },
    slots: { type: "string", default: "60" },
    save: { type: "boolean", default: false },
  },
});
const CROWD: Crowd = { monitors: wholeNumber("--monitors", values.monitors), slots: wholeNumber("--slots", values.slots) };

const report = [
  ...reportHead("A stored check", `npm run bench -- stored-check --monitors ${CROWD.monitors} --slots ${CROWD.slots}`),
  ...(await tableOf(CROWD)),
  ...(await rollupTable()),
  "Filled as the recorder does: batches of 300 through `unnest` in the order of their slots, 2 % of them five minutes late, 1 % failed, half of the",
  "monitors with STARTTLS, a checkpoint for every five minutes of slots. CPU is that of all processes of PostgreSQL while it was filled;",
  "WAL counts the pages written whole after a checkpoint. A query is the median of 100, a chart of 50, from Node and back.",
].join("\n");
console.log(report);
if (values.save) saveReport("stored-check", report);

async function rollupTable(): Promise<string[]> {
  const postgres = await startOwnPostgres();
  try {
    const { hourBytes, dayBytes, yearBytes, chartMs } = await measureRollups(postgres);
    const rows = [
      ["an hour of a monitor", `${hourBytes.toFixed(0)} B`],
      ["a day of a monitor", `${dayBytes.toFixed(0)} B`],
      ["a monitor-year of hours and days", `${(yearBytes / 1e6).toFixed(2)} MB`],
      ...Object.entries(chartMs).map(([window, ms]) => [`reading the chart of ${window}`, `${ms.toFixed(1)} ms`]),
    ];
    return ["## Rollups of 1,000 monitors at 60 s, 90 days", "", markdownTable(["what", "measured"], rows), ""];
  } finally {
    await postgres.remove();
  }
}

async function tableOf(crowd: Crowd): Promise<string[]> {
  const rows: string[][] = [];
  for (const variant of VARIANTS) {
    const postgres = await startOwnPostgres();
    try {
      const { heap, index, wal, cpuUs, queries } = await measure(postgres, variant, crowd);
      const bytes = [heap, index, heap + index, wal].map((each) => each.toFixed(1));
      const ms = Object.entries(queries).map(([name, each]) => [name, each.toFixed(2)] as const);
      rows.push([variant.name, ...bytes, cpuUs.toFixed(1), ...ms.map(([, each]) => each)]);
      console.error(rows.at(-1)!.join(" | "));
    } finally {
      await postgres.remove();
    }
  }
  const head = [
    "way to store",
    "heap B",
    "index B",
    "both B",
    "WAL B",
    "CPU µs",
    "latest 20 ms",
    "24 h ms",
    "one ms",
    "1,000 due ms",
  ];
  return [`## ${crowd.monitors.toLocaleString("en-US")} monitors, ${crowd.slots} slots each`, "", markdownTable(head, rows), ""];
}
