import type { BenchOptions } from "./bench-options.ts";
import { describeRun } from "./machine.ts";
import { markdownTable } from "./markdown-table.ts";
import type { Checks } from "./read-checks.ts";

/** CPU in microseconds a check (or a dialogue of the bare loop), user and system; sizes in bytes; `machineBusy` from 0 to 1. */
export type MainJobFigures = {
  checks: Checks;
  bytes: { heap: number; index: number };
  workerUs: number;
  databaseUs: number;
  bareUs: number;
  workerBytes: number;
  databaseBytes: number;
  machineBusy: number;
  complaints: string[];
};

/** What a run measured, as Markdown. */
export function mainJobReport({ monitors, intervalS, seconds }: BenchOptions, figures: MainJobFigures): string {
  const { checks, bytes, workerUs, databaseUs, bareUs } = figures;
  const slots = (monitors * seconds) / intervalS;
  const times = (us: number) => `${(us / bareUs).toFixed(1)} ×`;
  const rows = [
    ["checks per second", (checks.count / seconds).toFixed(1), `of ${(monitors / intervalS).toFixed(1)}`],
    ["slots missed", round(slots - checks.count), `of ${round(slots)}`],
    ["checks not up", round(checks.count - checks.up), ""],
    ["lateness p50", `${checks.p50} ms`, ""],
    ["lateness p95", `${checks.p95} ms`, ""],
    ["lateness p99", `${checks.p99} ms`, "aim: under 100 ms"],
    ["lateness, worst", `${checks.max} ms`, ""],
    ["CPU of the worker, per check", `${round(workerUs)} µs`, times(workerUs)],
    ["CPU of the database, per check", `${round(databaseUs)} µs`, times(databaseUs)],
    ["CPU of both, per check", `${round(workerUs + databaseUs)} µs`, times(workerUs + databaseUs)],
    ["CPU of a bare socket loop, per dialogue", `${round(bareUs)} µs`, "1.0 ×"],
    ["bytes stored per check, heap", bytes.heap.toFixed(0), ""],
    ["bytes stored per check, index", bytes.index.toFixed(0), ""],
    ["memory of the worker", `${round(figures.workerBytes / 2 ** 20)} MiB`, ""],
    ["memory of the database", `${round(figures.databaseBytes / 2 ** 20)} MiB`, ""],
    ["the machine's CPUs in use, by anybody", `${round(figures.machineBusy * 100)} %`, ""],
  ];
  return [
    `# The main job: ${round(monitors)} monitors at ${intervalS} s`,
    "",
    `\`npm run bench -- --monitors ${monitors} --interval ${intervalS} --seconds ${seconds}\``,
    "",
    ...describeRun().map((line) => `- ${line}`),
    `- Measured for ${seconds} s after warming up, against smtp-sink at ${round(monitors)} addresses of loopback; plain SMTP: greeting, EHLO, QUIT`,
    "",
    markdownTable(["what", "measured", "beside"], rows),
    "",
    "Lateness is the start of a check minus its slot. CPU is user + system of a process and its descendants, from /proc; the bare loop",
    "says greeting, EHLO and QUIT with `net.Socket` at the same pace, right after, and stores nothing. Memory is proportional (shared pages",
    "counted once). Bytes are those of the result partitions over their rows.",
    ...(figures.complaints.length > 0
      ? ["", `The worker logged ${figures.complaints.length} warnings or errors, the last: ${figures.complaints.at(-1)}`]
      : []),
  ].join("\n");
}

function round(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}
