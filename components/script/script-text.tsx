import { cx } from "class-variance-authority";
import { useEffect, useRef } from "react";
import type { ScriptProblem } from "#core/script/script-problem.ts";

/** A stretch of lines, both ends in it, from 1. */
export type Lines = { from: number; to: number };

type Props = {
  text: string;
  setText: (text: string) => void;
  problems: readonly ScriptProblem[];
  /** Where the script failed when it was tried. */
  failed: Lines | null;
  /** The line that is to be shown, each time it is another object. */
  shown: { line: number } | null;
};

/** The script as text, with line numbers; lines with a problem and the step that failed are marked beside it. */
export function ScriptText({ text, setText, problems, failed, shown }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const lines = text.split("\n");
  const wrong = new Set(problems.map(({ line }) => line));
  useEffect(() => {
    if (shown === null || area.current === null) return;
    const before = area.current.value.split("\n").slice(0, shown.line - 1);
    const start = before.reduce((sum, line) => sum + line.length + 1, 0);
    const end = area.current.value.indexOf("\n", start);
    area.current.focus();
    area.current.setSelectionRange(start, end === -1 ? area.current.value.length : end);
  }, [shown]);
  const isFailed = (line: number) => failed !== null && line >= failed.from && line <= failed.to;
  return (
    <div className="flex overflow-hidden rounded-md border border-line-strong bg-surface font-mono text-lg leading-6 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent sm:text-sm sm:leading-5">
      <ol aria-hidden className="shrink-0 border-r border-line bg-sunken py-2 text-right text-muted select-none">
        {lines.map((_, index) => (
          <li
            key={index}
            data-failed={isFailed(index + 1)}
            data-wrong={wrong.has(index + 1)}
            className={cx(
              "min-w-10 border-l-3 border-transparent pr-2 pl-1.5",
              isFailed(index + 1) && "border-down-fill bg-down-soft text-down",
              wrong.has(index + 1) && "border-danger font-semibold text-danger",
            )}
          >
            {wrong.has(index + 1) ? "!" : ""}
            {index + 1}
          </li>
        ))}
      </ol>
      <textarea
        ref={area}
        aria-label="Script as text"
        aria-describedby="script-problems"
        aria-invalid={problems.length > 0 ? true : undefined}
        value={text}
        onChange={({ target }) => setText(target.value)}
        rows={lines.length}
        wrap="off"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="min-w-0 flex-1 resize-none overflow-x-auto overflow-y-hidden bg-transparent px-3 py-2 outline-none"
      />
    </div>
  );
}
