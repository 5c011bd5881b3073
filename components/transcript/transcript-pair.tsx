import { cx } from "class-variance-authority";
import { stageLabel } from "#core/check/stage.ts";
import type { Status } from "#core/check/status.ts";
import type { NumberedLine } from "#core/transcript/lines-by-path.ts";
import { transcriptDiff, type DiffRow } from "#core/transcript/transcript-diff.ts";
import { offsetText } from "#core/transcript/transcript-text.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";
import { failedLook } from "./failed-look.ts";
import { LineText } from "./line-text.tsx";
import { PathHeading } from "./path-heading.tsx";

const MARKS: Record<DiffRow["kind"], { mark: string; words: string }> = {
  same: { mark: "", words: "the same in both" },
  changed: { mark: "≠", words: "differs" },
  "only-left": { mark: "+", words: "only in this check" },
  "only-right": { mark: "−", words: "only in the last good one" },
};

const GRID = "md:grid md:grid-cols-[5.25rem_minmax(0,1fr)_1.25rem_minmax(0,1fr)] md:gap-x-2";

type Props = {
  failed: readonly TranscriptLine[];
  good: readonly TranscriptLine[];
  /** What the failed check came to on a way to the server; null for the only one. */
  statusOf: (path: string | null) => Status | null;
};

/** A failed dialogue beside the last good one. Each row is the same moment of both; what differs is marked in the middle. */
export function TranscriptPair({ failed, good, statusOf }: Props) {
  return (
    <div
      role="region"
      aria-label="Transcript beside the last good one"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      className="relative max-h-144 overflow-auto rounded-lg border border-line bg-surface"
    >
      <div aria-hidden className={cx("hidden border-b border-line px-3 py-2 text-xs font-medium text-muted", GRID)}>
        <span>Stage</span>
        <span>This check</span>
        <span />
        <span>The last good one</span>
      </div>
      {transcriptDiff(failed, good).map(({ path, rows }) => (
        <div key={path}>
          {path !== null && <PathHeading path={path} />}
          <ol aria-label={path === null ? undefined : `over ${path}`} className="font-mono text-xs sm:text-sm md:py-1">
            {rows.map((row, index) => (
              <Row key={index} row={row} status={statusOf(path)} />
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}

/** On a phone the two stand below each other, each saying whose it is, and what is the same stands once. */
function Row({ row: { kind, left, right }, status }: { row: DiffRow; status: Status | null }) {
  const { mark, words } = MARKS[kind];
  const isSame = kind === "same";
  return (
    <li
      data-failed={left?.failed}
      className={cx(
        "border-b border-line px-3 py-1 last:border-b-0 md:border-b-0 md:py-0.5",
        GRID,
        left?.failed ? failedLook(status).row : !isSame && "bg-accent-soft",
      )}
    >
      <span className="text-muted">{stageLabel((left ?? right)!.stage)}</span>
      <Side line={left} whose={isSame ? null : right === null ? "Only in this check" : "This check"} status={status} />
      <span className="hidden text-center font-sans font-semibold md:block">
        <span aria-hidden>{mark}</span>
        <span className="sr-only">{words}</span>
      </span>
      <Side
        line={right}
        whose={isSame ? null : left === null ? "Only in the last good one" : "The last good one"}
        status={null}
        className={isSame ? "hidden md:flex" : undefined}
      />
    </li>
  );
}

type SideProps = { line: NumberedLine | null; whose: string | null; status: Status | null; className?: string };

function Side({ line, whose, status, className }: SideProps) {
  const look = failedLook(status);
  return (
    <span className={cx("min-w-0 flex-wrap gap-x-2", line === null ? "hidden md:flex" : "flex", className)}>
      {whose !== null && <span className="basis-full font-sans text-xs text-muted md:sr-only">{whose}:</span>}
      {line === null ? (
        <span className="text-muted">nothing</span>
      ) : (
        <>
          <span className="min-w-0 grow basis-0">
            <LineText line={line} />
          </span>
          <span className="shrink-0 text-xs text-muted">{offsetText(line.atMs)}</span>
          {line.failed && <span className={cx("basis-full font-sans font-semibold", look.text)}>{look.words}</span>}
        </>
      )}
    </span>
  );
}
