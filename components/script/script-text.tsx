import { cx } from "class-variance-authority";
import { useEffect, useRef } from "react";
import type { MarkedStep, StepMark } from "#core/mailflow/marked-steps.ts";
import type { ScriptProblem } from "#core/script/script-problem.ts";

type Props = {
  text: string;
  setText: (text: string) => void;
  problems: readonly ScriptProblem[];
  /** The steps that a trial has come to. */
  marked: readonly MarkedStep[];
  /** The line that is to be shown, each time it is another object. */
  shown: { line: number } | null;
};

const MARKS: Record<StepMark, { sign: string; look: string }> = {
  running: { sign: "▸", look: "border-accent bg-accent-soft text-accent" },
  done: { sign: "✓", look: "border-up-fill" },
  degraded: { sign: "!", look: "border-degraded-fill bg-degraded-soft text-degraded" },
  failed: { sign: "✕", look: "border-down-fill bg-down-soft text-down" },
  skipped: { sign: "–", look: "border-transparent" },
};

/** The script as text, with line numbers; lines with a problem, and those of the steps that a trial has come to, are marked beside it. */
export function ScriptText({ text, setText, problems, marked, shown }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const numbers = useRef<HTMLOListElement>(null);
  const lines = text.split("\n");
  const wrong = new Set(problems.map(({ line }) => line));
  useEffect(() => {
    if (shown === null || area.current === null) return;
    const before = area.current.value.split("\n").slice(0, shown.line - 1);
    const start = before.reduce((sum, line) => sum + line.length + 1, 0);
    const end = area.current.value.indexOf("\n", start);
    area.current.focus({ preventScroll: true });
    numbers.current?.children[shown.line - 1]?.scrollIntoView({ block: "nearest" });
    area.current.setSelectionRange(start, end === -1 ? area.current.value.length : end);
  }, [shown]);
  const stepAt = (line: number) => marked.find(({ fromLine, toLine }) => line >= fromLine && line <= toLine);
  return (
    <div className="flex overflow-hidden rounded-md border border-line-strong bg-surface font-mono text-lg leading-6 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent sm:text-sm sm:leading-5">
      <ol ref={numbers} aria-hidden className="shrink-0 border-r border-line bg-sunken py-2 text-right text-muted select-none">
        {lines.map((_, index) => {
          const line = index + 1;
          const step = stepAt(line);
          const isWrong = wrong.has(line);
          return (
            <li
              key={line}
              data-mark={step?.mark}
              data-wrong={isWrong}
              className={cx(
                "flex min-w-12 scroll-my-6 justify-between gap-1 border-l-3 pr-2 pl-1",
                isWrong ? "border-danger font-semibold text-danger" : step ? MARKS[step.mark].look : "border-transparent",
              )}
            >
              <span>{isWrong ? "!" : step?.fromLine === line && MARKS[step.mark].sign}</span>
              {line}
            </li>
          );
        })}
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
