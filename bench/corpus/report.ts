import { ELSEWHERE, ROWS } from "#testing/corpus/elsewhere.ts";
import { describeLoad } from "../describe-load.ts";
import { markdownTable } from "../markdown-table.ts";
import { reportHead } from "../report-head.ts";
import type { Accidents } from "./accidents.ts";
import { CROWD, type Crowd } from "./measure-crowd.ts";
import { RUNS, TIMED, type Timing } from "./measure-timings.ts";
import type { Transcripts } from "./measure-transcripts.ts";
import type { Verdicts } from "./measure-verdicts.ts";
import { DELAYS_MS } from "./played.ts";

export type CorpusFigures = {
  verdicts: Verdicts;
  east: { times: number; safe: number };
  crowd: Crowd;
  timings: Timing[];
  transcripts: Transcripts;
  accidents: Accidents;
  leaked: { here: number; there: number };
};

/** The card, as Markdown. */
export function corpusReport(figures: CorpusFigures): string {
  const { verdicts, crowd } = figures;
  return [
    ...reportHead("Hostile servers", "npm run bench -- corpus", [
      describeLoad(),
      "The servers are played in another process, over sockets of loopback; time limits are a tenth of the real ones (3 s for a check)",
    ]),
    markdownTable(["what", "measured", "aim"], rowsOf(figures)),
    "",
    ...(verdicts.odd.length > 0 ? ["Otherwise than expected:", "", ...verdicts.odd.map((each) => `- ${each}`), ""] : []),
    `The ${crowd.probes} at once meet H06, H17, H18 and H26 by turns under the deadline alone, and end as`,
    `${[...crowd.ended].map(([code, count]) => `${code} (${count})`).join(", ")}.`,
    "Lag is how late a timer of 10 ms is in the process that checks (`monitorEventLoopDelay`, less those 10 ms). Memory is counted in the midst of",
    "another such run, after a collection, buffers outside of the heap included.",
    "",
    "## Timing accuracy (P05)",
    "",
    `The most that the time of a stage was off in ${RUNS} checks, in ms, against a server that answers after so long`,
    "and says in its answer how long it really took. Aim: within 5 ms or 2 %. Nobody waits for a farewell longer than a second, so QUIT is answered after 900 ms at most.",
    "Both processes go before others on the machine, where the system allows it.",
    "",
    markdownTable(
      ["stage", ...DELAYS_MS.map((ms) => `${ms.toLocaleString("en-US")} ms`)],
      TIMED.map((stage) => timingRow(stage, figures.timings)),
    ),
    "",
    "## Rows shown elsewhere",
    "",
    "The MX half of H55 belongs to the monitoring of domains.",
    "",
    markdownTable(
      ["row", "what", "file"],
      ELSEWHERE.map(({ row, what, file }) => [row, what, `\`${file}\``]),
    ),
  ].join("\n");
}

function rowsOf({ verdicts, east, crowd, timings, transcripts, accidents, leaked }: CorpusFigures): string[][] {
  const off = (error: (timing: Timing) => number) => timings.filter((timing) => error(timing) > timing.aimMs).length;
  return [
    ["rows in the list or shown elsewhere", String(ROWS.length), "60"],
    ["rows in the list", String(verdicts.rows - 1), ""], // without H00, the good servers
    ["behaviours in the list", String(verdicts.behaviours), "about 130"],
    ["verdicts as expected", `${verdicts.expected} of ${verdicts.behaviours}`, "all"],
    ["still running at deadline + 500 ms", String(verdicts.late), "0"],
    ["crashes", String(accidents.exceptions.length), "0"],
    ["unhandled rejections", String(accidents.rejections.length), "0"],
    ["leaked sockets, ours", String(leaked.here), "0"],
    ["leaked sockets, as the servers see it", String(leaked.there), "0"],
    ["silent before the end of a greeting (H09)", `${east.safe} of ${east.times}`, "all"],
    [`${CROWD} at once: still running at deadline + 500 ms (H59)`, String(crowd.late), "0"],
    [`${CROWD} at once: longest over the deadline`, `${Math.round(crowd.longestOverMs)} ms`, "under 500 ms"],
    [`${CROWD} at once: memory per probe, heap and buffers`, kibibytes(crowd.heapBytes), "1,024 KiB at most"],
    [`${CROWD} at once: memory per probe, resident`, kibibytes(crowd.residentBytes), ""],
    [`${CROWD} at once: event-loop lag p50`, `${crowd.lagP50Ms.toFixed(1)} ms`, ""],
    [`${CROWD} at once: event-loop lag p99`, `${crowd.lagP99Ms.toFixed(1)} ms`, "50 ms at most"],
    [`${CROWD} at once: event-loop lag, worst`, `${crowd.lagMaxMs.toFixed(1)} ms`, ""],
    ["stages timed worse than the aim (P05), at worst", `${off((timing) => timing.worstMs)} of ${timings.length}`, "0"],
    ["stages timed worse than the aim (P05), in the middle", `${off((timing) => timing.medianMs)} of ${timings.length}`, "0"],
    ["longest transcript kept of a flood", kibibytes(transcripts.longestKept), "32 KiB at most"],
    [
      `kept of a transcript of ${Math.round(transcripts.givenBytes / 2 ** 20)} MiB (P02)`,
      `${kibibytes(transcripts.keptBytes)}, ${transcripts.hasEnds ? "both ends" : "an end is missing"}`,
      "32 KiB at most",
    ],
  ];
}

function timingRow(stage: string, timings: Timing[]): string[] {
  const cells = timings.filter((timing) => timing.stage === stage);
  return [stage, ...cells.map(({ worstMs, medianMs }) => `${worstMs.toFixed(1)} (median ${medianMs.toFixed(1)})`)];
}

function kibibytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
