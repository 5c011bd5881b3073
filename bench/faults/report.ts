import type { Form } from "#testing/faults/row.ts";
import { ROWS } from "#testing/faults/rows.ts";
import { describeMachine } from "../machine.ts";
import { markdownTable } from "../markdown-table.ts";
import type { Kept } from "./kept.ts";

/** One card of every row there is something of. */
export function faultsReport(kept: readonly Kept[], form: Form): string {
  const figures = kept.flatMap((each) => each.figures);
  const held = figures.filter(({ holds }) => holds).length;
  const ids = new Set(kept.map(({ id }) => id));
  return [
    "# Faults",
    "",
    "`npm run bench -- faults`",
    "",
    ...describeMachine().map((line) => `- ${line}`),
    `- Real processes on one machine: workers, PostgreSQL and Redis of their own, played mail servers, a mail receiver; the ${form} form of each row`,
    `- ${held} of ${figures.length} figures as they had to be`,
    "",
    markdownTable(["row", "with", "what", "measured", "aim"], kept.flatMap(linesOf)),
    "",
    "What is done in each row:",
    "",
    ...ROWS.filter(({ id }) => ids.has(id)).map(({ id, what }) => `- ${id}: ${what}`),
    "",
    "When each was played, and of which commit; a load average above the number of CPUs tells of others at work on the machine:",
    "",
    markdownTable(
      ["row", "with", "took", "commit", "date", "load average"],
      kept.map(({ id, queue, tookS, commit, date, load }) => [id, queue, `${tookS} s`, commit, date, load]),
    ),
  ].join("\n");
}

function linesOf({ id, queue, figures }: Kept): string[][] {
  const hasBoth = ROWS.find((row) => row.id === id)!.queues.length > 1;
  return figures.map(({ what, measured, aim, holds }) => [
    id,
    hasBoth ? queue : "",
    what,
    holds ? measured : `**${measured}**`,
    aim,
  ]);
}
