import { delayText } from "#core/mailflow/delay-text.ts";
import type { Flow } from "#core/mailflow/flow.ts";
import { visibleText } from "#core/text/visible-text.ts";
import { ArrivalPanel } from "./arrival-panel.tsx";
import { StepList } from "./step-list.tsx";

/** What a run of a script did, step by step, and what became of its message. */
export function FlowPanel({ flow: { steps, message, late } }: { flow: Flow }) {
  return (
    <div className="grid gap-6">
      <StepList steps={steps} />
      {late.map(({ token, delayMs, folder }) => (
        <p key={token} className="text-muted wrap-anywhere">
          A message of an earlier run was found in {visibleText(folder)}, {delayText(delayMs)} after it was sent.
        </p>
      ))}
      {message && <ArrivalPanel arrival={message} />}
    </div>
  );
}
