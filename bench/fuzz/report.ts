import { REASON_CODES } from "#core/reason/reason.ts";
import type { FuzzOutcome } from "#testing/fuzz/fuzz-probe.ts";
import type { Accidents } from "../corpus/accidents.ts";
import { describeLoad } from "../describe-load.ts";
import { markdownTable } from "../markdown-table.ts";
import { reportHead } from "../report-head.ts";

export type FuzzFigures = {
  kind: string;
  seed: number;
  outcome: FuzzOutcome;
  accidents: Accidents;
  tookMs: number;
  residentBytes: { before: number; most: number; after: number };
  leaked: number;
  load: number[];
};

const MOST_SEEDS = 20;

/** What came of a run, as Markdown. */
export function fuzzReport({ kind, seed, outcome, accidents, tookMs, residentBytes, leaked, load }: FuzzFigures): string {
  const { runs, byStatus, byReason, broken, longestOverMs, leftOpen } = outcome;
  const reasons = [...byReason].filter(([reason]) => reason !== "none").toSorted(([, one], [, other]) => other - one);
  const rows = [
    ["runs", number(runs), ""],
    ["promises broken", number(broken.length), "0"],
    ["uncaught exceptions", number(accidents.exceptions.length), "0"],
    ["unhandled rejections", number(accidents.rejections.length), "0"],
    ["leaked sockets, ours", number(leaked), "0"],
    ["leaked sockets, as the servers see it", number(leftOpen), "0"],
    ["longest over the time limit", `${Math.round(longestOverMs)} ms`, "under 500 ms"],
    ...["up", "degraded", "down", "unknown"].map((status) => [`ended as ${status}`, number(byStatus.get(status) ?? 0), ""]),
    ["different reasons", `${reasons.length} of ${REASON_CODES.length}`, ""],
    ["resident memory before, most, after", Object.values(residentBytes).map(mebibytes).join(", "), ""],
    ["took", `${(tookMs / 1000).toFixed(1)} s`, ""],
  ];
  return [
    ...reportHead("Accidents on the wire", `npm run bench -- fuzz --kind ${kind} --runs ${runs} --seed ${seed}`, [
      describeLoad(load),
      "Servers and checks share one process here, and its memory",
    ]),
    markdownTable(["what", "measured", "aim"], rows),
    "",
    "Each run plays a good dialogue with accidents in one to three of its replies (bytes flipped, cut, inserted, doubled, other codes, lines out of",
    "order or without end, a close or a reset) to the real probe over a real socket; every tenth with TLS. The promises: no exception; one of",
    "four statuses, with a reason unless it is up; a transcript within 32 KiB and without control characters; an end within 500 ms of the",
    `time limit; and nobody is up who did not greet and answer. A run is made again with its seed; these are ${number(seed)} to ${number(seed + runs - 1)}.`,
    ...(broken.length > 0
      ? ["", "Broken:", "", ...broken.slice(0, MOST_SEEDS).map((each) => `- seed ${each.seed}: ${each.promise}`)]
      : []),
    "",
    "## Reasons",
    "",
    markdownTable(
      ["reason", "runs"],
      reasons.map(([reason, count]) => [reason, number(count)]),
    ),
  ].join("\n");
}

const number = (value: number) => value.toLocaleString("en-US");

const mebibytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`;
