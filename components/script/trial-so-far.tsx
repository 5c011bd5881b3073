import type { MarkedStep } from "#core/mailflow/marked-steps.ts";

type Props = { marked: readonly MarkedStep[]; showLine: (line: number) => void };

/** How far a trial has come, in words: the step it is at, or the one at which it failed. */
export function TrialSoFar({ marked, showLine }: Props) {
  const failed = marked.find(({ mark }) => mark === "failed");
  const running = marked.find(({ mark }) => mark === "running");
  return (
    <div aria-live="polite" className="grid gap-1 text-sm empty:hidden">
      {failed && (
        <p className="text-down wrap-anywhere">
          The trial failed at {placeOf(failed)}.{" "}
          <button type="button" className="link" onClick={() => showLine(failed.fromLine)}>
            Show line {failed.fromLine}
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
