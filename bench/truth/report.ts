import type { Form } from "#testing/simulator/row.ts";
import { describeLoad } from "../describe-load.ts";
import { markdownTable } from "../markdown-table.ts";
import { reportHead } from "../report-head.ts";
import type { Played } from "./play-rows.ts";

/** One card of every row that was played. */
export function truthReport(played: readonly Played[], form: Form): string {
  const figures = played.flatMap((each) => each.figures);
  const held = figures.filter(({ holds }) => holds).length;
  return [
    ...reportHead("Truth", "npm run bench -- truth", [
      describeLoad(),
      `A simulated world on a virtual clock, judged by the functions the product judges with (\`core/\`); the ${form} form of each row`,
      `${held} of ${figures.length} figures as they had to be`,
    ]),
    markdownTable(["row", "what", "measured", "aim"], played.flatMap(linesOf)),
    "",
    "What is done in each row:",
    "",
    ...played.map(({ row: { id, what } }) => `- ${id}: ${what}`),
    "",
    "A check starts 3 ms after its second and is written 200 ms after its end; one that is asked for at once starts 20 ms after that. One at a time",
    "looks at a server.",
  ].join("\n");
}

function linesOf({ row, figures, tookMs }: Played): string[][] {
  return [
    ...figures.map(({ what, measured, aim, holds }) => [row.id, what, holds ? measured : `**${measured}**`, aim]),
    [row.id, "the row took", `${(tookMs / 1000).toFixed(1)} s`, ""],
  ];
}
