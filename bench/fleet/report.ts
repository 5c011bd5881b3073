import { describeLoad } from "../describe-load.ts";
import { describeRun } from "../machine.ts";
import { markdownTable } from "../markdown-table.ts";
import type { FleetFigures } from "./measure-fleet.ts";
import type { FleetOptions } from "./options.ts";
import { PARTS } from "./split-profile.ts";
import { PURPOSES } from "./split-statements.ts";

const YEAR_S = 365 * 86_400;

/** What the runs of one command measured, as Markdown: a column for each number of monitors. */
export function fleetReport(options: FleetOptions, bareUs: number | null, runs: readonly FleetFigures[]): string {
  const row = (what: string, value: (run: FleetFigures) => string, aim = "") => [what, ...runs.map(value), aim];
  const { slowS, starttls } = options;
  const isPlain = !starttls && slowS === 0;
  const rows = [
    row("checks per second", ({ checks }) => (checks.count / options.seconds).toFixed(1)),
    row("due per second", ({ due }) => (due / options.seconds).toFixed(1)),
    row("slots missed", ({ checks, due }) => round(Math.max(0, due - checks.count)), "0"),
    row("checks not up", ({ checks }) => round(checks.count - checks.up), "0"),
    row("lateness p50", ({ checks }) => `${checks.p50} ms`),
    row("lateness p95", ({ checks }) => `${checks.p95} ms`),
    row("lateness p99", ({ checks }) => `${checks.p99} ms`, "under 100 ms"),
    row("lateness, worst", ({ checks }) => `${checks.max} ms`),
    row(
      "CPU per check, all of ours",
      ({ workersUs, databaseUs, redisUs }) => us(workersUs + databaseUs + redisUs),
      starttls ? "2,600 µs" : isPlain ? "300 µs from 1,000/s on" : "",
    ),
    row("workers", ({ workersUs }) => us(workersUs)),
    ...PARTS.map((part) =>
      row(`– ${part}`, ({ workersUs, parts }) => us(workersUs * parts[part]), part === "probe" && isPlain ? "200 µs" : ""),
    ),
    row("PostgreSQL", ({ databaseUs }) => us(databaseUs)),
    ...PURPOSES.map((purpose) => row(`– ${purpose}`, ({ statementsUs }) => us(statementsUs[purpose]))),
    ...(options.queue === "redis" ? [row("Redis", ({ redisUs }) => us(redisUs))] : []),
    row("the servers that are checked", ({ serverUs }) => us(serverUs)),
    ...(bareUs === null ? [] : [row("beside: a bare socket loop", () => us(bareUs))]),
    row("bytes per stored check, heap", ({ bytes }) => bytes.heap.toFixed(0)),
    row("bytes per stored check, index", ({ bytes }) => bytes.index.toFixed(0)),
    row("bytes per stored check", ({ bytes }) => (bytes.heap + bytes.index).toFixed(0), "100 at most"),
    row(
      "of a monitor in a year, if every check were kept",
      ({ bytes }) => `${(((bytes.heap + bytes.index) * YEAR_S) / options.intervalS / 1e6).toFixed(0)} MB`,
    ),
    row("memory of the largest worker", ({ largestWorkerBytes }) => `${round(largestWorkerBytes / 2 ** 20)} MiB`, "under 512 MiB"),
    row("the machine's CPUs in use, by anybody", ({ machineBusy }) => `${round(machineBusy * 100)} %`),
  ];
  const servers = starttls
    ? "a server with STARTTLS (ECDSA), each handshake a whole one, the chain verified"
    : slowS > 0
      ? `a server that greets after ${slowS} s`
      : "smtp-sink";
  return [
    `# A fleet: monitors at ${options.intervalS} s`,
    "",
    `\`npm run bench:fleet -- ${commandLine(options)}\``,
    "",
    ...[...describeRun(), describeLoad()].map((line) => `- ${line}`),
    `- ${options.workers} workers, the queue on ${options.queue === "redis" ? "Redis" : "PostgreSQL"}, ${servers} at as many addresses of loopback as there are monitors, all on this machine`,
    `- Measured for ${options.seconds} s after warming up`,
    "",
    markdownTable(["monitors", ...runs.map(({ monitors }) => round(monitors)), "aim"], rows),
    "",
    "Lateness is the start of a check minus its slot. CPU is user + system of processes and their descendants, from /proc. What the workers'",
    "part is spent on is from a CPU profile right after, so the parts of one column are shares of the row above them. What PostgreSQL plans and",
    "executes is by the clock (pg_stat_statements), waiting for the disk and for locks included; what it takes besides, reading parameters and",
    "writing pages and the log, is in no part. The bare loop says",
    "greeting, EHLO and QUIT with `net.Socket` at the pace of the last column and stores nothing. Memory is proportional (shared pages counted",
    "once). Bytes are those of the result partitions over their rows; they are kept for a week, and what is kept of a monitor for years is",
    "in stored-check.md.",
    ...runs.flatMap(({ monitors, complaints }) =>
      complaints.length === 0
        ? []
        : ["", `With ${round(monitors)} monitors the workers logged ${complaints.length} warnings, the last: ${complaints.at(-1)}`],
    ),
  ].join("\n");
}

function commandLine({ monitors, intervalS, seconds, workers, queue, slowS, starttls }: FleetOptions): string {
  const more = [...(slowS > 0 ? [`--slow ${slowS}`] : []), ...(starttls ? ["--starttls"] : [])];
  const all = [`--monitors ${monitors.join(",")}`, `--interval ${intervalS}`, `--seconds ${seconds}`, `--workers ${workers}`];
  return [...all, `--queue ${queue}`, ...more].join(" ");
}

function us(value: number): string {
  return `${round(value)} µs`;
}

function round(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}
