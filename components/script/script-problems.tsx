import type { ScriptProblem } from "#core/script/script-problem.ts";

type Props = { problems: readonly ScriptProblem[]; isKnown: boolean; show: (line: number) => void };

/** What is wrong with the script; each leads to its line in the text. */
export function ScriptProblems({ problems, isKnown, show }: Props) {
  return (
    <div id="script-problems" role="status" className="grid justify-items-start gap-1 text-sm">
      {problems.map(({ line, column, message }) => (
        <button
          key={`${line} ${column} ${message}`}
          type="button"
          onClick={() => show(line)}
          className="min-h-6 text-left wrap-anywhere text-danger hover:underline"
        >
          <span className="font-medium">Line {line}</span> {message}
        </button>
      ))}
      {problems.length === 0 && (
        <p className="text-muted">{isKnown ? "Nothing is wrong with the script." : "Looking through it."}</p>
      )}
    </div>
  );
}
