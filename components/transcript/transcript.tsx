import { cx } from "class-variance-authority";
import { stageLabel } from "#core/check/stage.ts";
import type { Status } from "#core/check/status.ts";
import { linesByPath, type NumberedLine } from "#core/transcript/lines-by-path.ts";
import { offsetText } from "#core/transcript/transcript-text.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";
import { failedLook } from "./failed-look.ts";
import { LineText } from "./line-text.tsx";
import { PathHeading } from "./path-heading.tsx";

type Props = {
  lines: readonly TranscriptLine[];
  label?: string;
  /** What the check came to on a way to the server (null where there is only one), once that is known. */
  statusOf?: (path: string | null) => Status | null;
  /** Whether each line has a number that links to it (`#L12`): for the one transcript a page is about. */
  hasLinks?: boolean;
};

/**
 * A dialogue line by line: what was sent, what was received, what we note, when, and in which stage, one way to the server after the
 * other. The failing line is marked.
 */
export function Transcript({ lines, label = "Transcript", statusOf, hasLinks }: Props) {
  return (
    <div
      role="region"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      className="relative max-h-144 overflow-auto rounded-lg border border-line bg-surface"
    >
      {linesByPath(lines).map(({ path, lines: said }) => (
        <div key={path}>
          {path !== null && <PathHeading path={path} />}
          <ol aria-label={path === null ? undefined : `over ${path}`} className="py-2 font-mono text-xs sm:text-sm">
            {said.map((line) => (
              <Line key={line.index} line={line} status={statusOf?.(path) ?? null} hasLink={hasLinks} />
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}

function Line({ line, status, hasLink }: { line: NumberedLine; status: Status | null; hasLink?: boolean }) {
  const number = line.index + 1;
  const look = failedLook(status);
  return (
    <li
      id={hasLink ? `L${number}` : undefined}
      data-failed={line.failed}
      className={cx(
        "flex scroll-my-16 flex-wrap gap-x-2 border-l-3 px-2 py-0.5 sm:flex-nowrap",
        line.failed ? look.row : "border-transparent target:bg-accent-soft",
      )}
    >
      {hasLink && (
        <a href={`#L${number}`} aria-label={`Line ${number}`} className="w-6 shrink-0 text-right text-muted hover:underline">
          {number}
        </a>
      )}
      <span className="w-16 shrink-0 text-right whitespace-nowrap text-muted">{offsetText(line.atMs)}</span>
      <span className="w-18 shrink-0 text-muted sm:w-20">{stageLabel(line.stage)}</span>
      <LineText line={line} />
      {line.failed && <span className={cx("shrink-0 font-sans font-semibold", look.text)}>{look.words}</span>}
    </li>
  );
}
