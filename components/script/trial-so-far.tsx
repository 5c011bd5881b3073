import { cx } from "class-variance-authority";
import { isWrong, type MarkedStep } from "#core/mailflow/marked-steps.ts";

type Props = { marked: readonly MarkedStep[]; showLine: (line: number) => void };

/** How far a trial has come, in words: the step it is at, and the one at which something was wrong. */
export function TrialSoFar({ marked, showLine }: Props) {
  const wrong = marked.find(isWrong);
  const running = marked.find(({ mark }) => mark === "running");
  return (
    <div aria-live="polite" className="grid gap-1 text-sm empty:hidden">
      {wrong && (
        <p className={cx("wrap-anywhere", wrong.mark === "failed" ? "text-down" : "text-degraded")}>
          {wrong.mark === "failed" ? "The trial failed at" : "Something was wrong at"} {placeOf(wrong)}.{" "}
          <button type="button" className="link" onClick={() => showLine(wrong.fromLine)}>
            Show line {wrong.fromLine}
          </button>
        </p>
      )}
      {running && (
        <p aria-live="off" className="text-muted">
          The trial is at {placeOf(running)}.
        </p>
      )}
    </div>
  );
}

function placeOf({ list, index, says }: MarkedStep): string {
  const place = `${list === "steps" ? "step" : "step of what is always done"} ${index + 1}`;
  return says === null ? place : `${place}, ${says}`;
}
