import { cx } from "class-variance-authority";
import { stageLabel } from "#core/stage.ts";
import { DIRECTION_MARKS, offsetText } from "#core/transcript-text.ts";
import type { TranscriptLine } from "#core/transcript.ts";
import { visibleText } from "#core/visible-text.ts";

const DIRECTION_WORDS: Record<TranscriptLine["direction"], string> = { sent: "sent", received: "received", note: "note" };

type Props = {
  lines: readonly TranscriptLine[];
  label?: string;
  /** Whether each line has a number that links to it (`#L12`): for the one transcript a page is about. */
  hasLinks?: boolean;
};

/** A dialogue line by line: what was sent, what was received, what we note, when, and in which stage. The failing line is marked. */
export function Transcript({ lines, label = "Transcript", hasLinks }: Props) {
  return (
    <div
      role="region"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      className="relative max-h-144 overflow-auto rounded-lg border border-line bg-surface"
    >
      <ol className="py-2 font-mono text-xs sm:text-sm">
        {lines.map((line, index) => (
          <Line key={index} line={line} number={hasLinks ? index + 1 : null} />
        ))}
      </ol>
    </div>
  );
}

function Line({ line, number }: { line: TranscriptLine; number: number | null }) {
  return (
    <li
      id={number === null ? undefined : `L${number}`}
      data-failed={line.failed}
      className={cx(
        "flex scroll-my-16 flex-wrap gap-x-2 border-l-3 border-transparent px-2 py-0.5 target:bg-accent-soft sm:flex-nowrap",
        line.failed && "border-down-fill bg-down-soft target:bg-down-soft",
      )}
    >
      {number !== null && (
        <a href={`#L${number}`} aria-label={`Line ${number}`} className="w-6 shrink-0 text-right text-muted hover:underline">
          {number}
        </a>
      )}
      <span className="w-16 shrink-0 text-right whitespace-nowrap text-muted">{offsetText(line.atMs)}</span>
      <span className="w-16 shrink-0 text-muted">{stageLabel(line.stage)}</span>
      <LineText line={line} />
      {line.failed && <span className="shrink-0 font-sans font-semibold text-down">failed here</span>}
    </li>
  );
}

/** The mark of the direction and the text, which wraps under itself and shows nothing that could pretend to be something else. */
export function LineText({ line }: { line: TranscriptLine }) {
  return (
    <span className="flex min-w-0 basis-full gap-2 sm:basis-auto sm:grow">
      <span aria-hidden className={line.direction === "sent" ? "text-accent" : "text-muted"}>
        {DIRECTION_MARKS[line.direction]}
      </span>
      <span className="sr-only">{DIRECTION_WORDS[line.direction]}: </span>
      <span className={cx("min-w-0 wrap-anywhere whitespace-pre-wrap", line.direction === "note" && "text-muted")}>
        {visibleText(line.text)}
      </span>
    </span>
  );
}
