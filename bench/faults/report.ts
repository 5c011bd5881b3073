import type { Form } from "#testing/faults/row.ts";
import { describeLoad } from "../describe-load.ts";
import { describeRun } from "../machine.ts";
import { markdownTable } from "../markdown-table.ts";
import type { Played } from "./play-rows.ts";

/** One card of every row that was played. */
export function faultsReport(played: readonly Played[], form: Form): string {
  const figures = played.flatMap((each) => ("figures" in each ? each.figures : []));
  const failed = played.filter((each) => "failure" in each);
  const kept = figures.filter(({ holds }) => holds).length;
  return [
    "# Faults",
    "",
    "`npm run bench -- faults`",
    "",
    ...describeRun().map((line) => `- ${line}`),
    `- ${describeLoad()}`,
    `- Real processes on one machine: workers, PostgreSQL and Redis of their own, played mail servers, a mail receiver; the ${form} form of each row`,
    `- ${kept} of ${figures.length} figures as they had to be${failed.length > 0 ? `; rows that did not come to an end: ${failed.length}` : ""}`,
    "",
    markdownTable(["row", "with", "what", "measured", "aim"], played.flatMap(linesOf)),
    "",
    "What is done in each row:",
    "",
    ...[...new Set(played.map(({ row }) => row))].map(({ id, what }) => `- ${id}: ${what}`),
  ].join("\n");
}

function linesOf(each: Played): string[][] {
  const { row, queue, tookMs } = each;
  const head = [row.id, row.queues.length > 1 ? queue : ""];
  if ("failure" in each) return [[...head, "did not come to an end", each.failure.split("\n")[0]!, ""]];
  return [
    ...each.figures.map(({ what, measured, aim, holds }) => [...head, what, holds ? measured : `**${measured}**`, aim]),
    [...head, "the row took", `${Math.round(tookMs / 1000)} s`, ""],
  ];
}
