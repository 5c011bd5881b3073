import { describeLoad } from "../describe-load.ts";
import { markdownTable } from "../markdown-table.ts";
import { reportHead } from "../report-head.ts";
import type { DroppedDays } from "./drop-day.ts";
import type { Filled } from "./fill.ts";
import type { Met, PageFigures } from "./measure-pages.ts";
import type { DashboardOptions } from "./options.ts";

const AIM_MS = 200;

/** What a run measured. */
export type Measured = { filled: Filled; databaseBytes: number; figures: PageFigures[]; dropped: DroppedDays };

/** It as Markdown. */
export function dashboardReport(
  { days, processes, users, seconds }: DashboardOptions,
  { filled: { monitors, results, transcripts, looked }, databaseBytes, figures, dropped }: Measured,
): string {
  const failed = figures.reduce((sum, { calm, hasty, unpaced }) => sum + calm.failed + hasty.failed + unpaced.failed, 0);
  const all = figures.reduce((sum, { calm, hasty, unpaced }) => sum + calm.pages + hasty.pages + unpaced.pages, 0);
  const quick = (pace: "calm" | "hasty") => figures.filter((each) => each[pace].p95 < AIM_MS).length;
  return [
    ...reportHead(
      "The dashboard over a full database",
      `npm run bench -- dashboard --results ${results} --processes ${processes} --users ${users} --seconds ${seconds}`,
      [
        describeLoad(),
        `A team of ${count(looked.length)} monitors with ${days} days of transitions, incidents and rollups behind it and ${count(transcripts)} transcripts, among ${count(monitors)} monitors at 60 s`,
        `${count(results)} results; the database is ${(databaseBytes / 1e9).toFixed(1)} GB; no worker runs`,
        `${processes} web ${processes === 1 ? "process" : "processes"} behind one port`,
        `${users} users, ${seconds} s for each page and pace; web, PostgreSQL and those who look on this machine`,
        `${failed} of ${count(all)} pages did not come as they should; of ${figures.length} kinds of pages ${quick("calm")} have their p95 under ${AIM_MS} ms where each user opens one every 5 s, ${quick("hasty")} where it is one every second`,
      ],
    ),
    ...paceTable(`${users} users who open a page every 5 seconds each`, figures, "calm"),
    ...paceTable(`${users} users who open a page every second each`, figures, "hasty"),
    `## ${users} users who open the next page the moment one is there`,
    "",
    markdownTable(
      ["page", "p50 ms", "p95 ms", "p99 ms", "pages/s", "web CPU ms", "PostgreSQL CPU ms", "kB sent"],
      figures.map((each) => [
        each.name,
        ...cells(each.unpaced, false),
        measured(each.webMs, 1),
        measured(each.databaseMs, 1),
        measured(each.bytes / 1000, 1),
      ]),
    ),
    "",
    "## Dropping what is old",
    "",
    `${count(dropped.rows)} results of ${dropped.days} ${dropped.days === 1 ? "day" : "days"} were dropped in ${dropped.tookMs.toFixed(0)} ms; the longest that one of those waited who read`,
    `latest checks meanwhile: ${dropped.longestReadMs.toFixed(0)} ms. Aim (C21): under 1,000 ms.`,
    "",
    "A page is its HTML, compressed, from the request to its last byte; its scripts and styles are files that browsers keep. Users have a connection",
    `each and open different monitors and pages of a list. Aim: p95 under ${AIM_MS} ms. Who never pauses fills the machine: the last table is how many`,
    "pages it makes, and its times are those of a queue. Results are made by SQL as recorders leave them, in the order of their slots.",
  ].join("\n");
}

function paceTable(title: string, figures: readonly PageFigures[], pace: "calm" | "hasty"): string[] {
  const rows = figures.map((each) => [each.name, ...cells(each[pace])]);
  return [`## ${title}`, "", markdownTable(["page", "p50 ms", "p95 ms", "p99 ms", "pages/s"], rows), ""];
}

function cells({ p50, p95, p99, perSecond }: Met, hasAim = true): string[] {
  const isOver = hasAim && !(p95 < AIM_MS);
  return [measured(p50), isOver ? `**${measured(p95)}**` : measured(p95), measured(p99), measured(perSecond, 1)];
}

/** Where no page came there is nothing to divide by. */
function measured(value: number, digits = 0): string {
  return Number.isFinite(value) ? value.toFixed(digits) : "none";
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}
