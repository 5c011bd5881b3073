import { cx } from "class-variance-authority";
import { stageLabel } from "#core/stage.ts";
import { transcriptDiff, type DiffRow, type NumberedLine } from "#core/transcript-diff.ts";
import { offsetText } from "#core/transcript-text.ts";
import type { TranscriptLine } from "#core/transcript.ts";
import { LineText } from "./transcript.tsx";

const MARKS: Record<DiffRow["kind"], { mark: string; words: string }> = {
  same: { mark: "", words: "" },
  changed: { mark: "≠", words: "differs" },
  "only-left": { mark: "+", words: "only in this check" },
  "only-right": { mark: "−", words: "only in the last good one" },
};

/** A failed dialogue beside the last good one. Each row is the same moment of both; what differs is marked in the middle. */
export function TranscriptPair({ failed, good }: { failed: readonly TranscriptLine[]; good: readonly TranscriptLine[] }) {
  return (
    <div
      role="region"
      aria-label="This check beside the last good one"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-144 overflow-auto rounded-lg border border-line bg-surface"
    >
      <table className="w-full table-fixed border-collapse font-mono text-xs sm:text-sm">
        <caption className="sr-only">This check beside the last good one, differences marked</caption>
        <thead className="font-sans text-xs text-muted">
          <tr className="hidden md:table-row">
            <th scope="col" className="w-20 py-2 pr-2 pl-3 text-left font-medium">
              Stage
            </th>
            <th scope="col" className="px-2 py-2 text-left font-medium">
              This check
            </th>
            <th scope="col" className="w-7 py-2 font-medium">
              <span className="sr-only">Difference</span>
            </th>
            <th scope="col" className="px-2 py-2 text-left font-medium">
              The last good one
            </th>
          </tr>
        </thead>
        <tbody>
          {transcriptDiff(failed, good).map((row, index) => (
            <Row key={index} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { row: DiffRow }) {
  const { mark, words } = MARKS[row.kind];
  const isFailing = row.left?.failed;
  return (
    <tr
      data-failed={isFailing}
      className={cx(
        "grid border-t border-line px-2 py-0.5 align-top md:table-row md:border-0 md:p-0",
        isFailing ? "bg-down-soft" : row.kind !== "same" && "bg-degraded-soft",
      )}
    >
      <td className="text-muted md:py-0.5 md:pl-3">{stageLabel((row.left ?? row.right)!.stage)}</td>
      <Cell line={row.left} otherwise="—" label="this check" isRepeated={false} />
      <td className="hidden text-center font-sans font-semibold md:table-cell">
        <span aria-hidden>{mark}</span>
        <span className="sr-only">{words}</span>
      </td>
      <Cell line={row.right} otherwise="—" label="last good one" isRepeated={row.kind === "same"} />
    </tr>
  );
}

type CellProps = { line: NumberedLine | null; otherwise: string; label: string; isRepeated: boolean };

/** On a phone the two stand below each other, each saying whose it is, and what is the same stands once. */
function Cell({ line, otherwise, label, isRepeated }: CellProps) {
  return (
    <td className={cx("min-w-0 md:table-cell md:px-2 md:py-0.5", isRepeated && "hidden")}>
      <span className="font-sans text-xs text-muted md:hidden">{isRepeated ? "both" : label}</span>
      {line === null ? (
        <span className="text-muted">{otherwise}</span>
      ) : (
        <span className="flex flex-wrap gap-x-2">
          <LineText line={line} />
          <span className="text-xs text-muted md:hidden xl:inline">{offsetText(line.atMs)}</span>
          {line.failed && <span className="font-sans text-xs font-semibold text-down">failed here</span>}
        </span>
      )}
    </td>
  );
}
