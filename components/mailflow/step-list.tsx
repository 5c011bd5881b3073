import { cx } from "class-variance-authority";
import { Check, CircleAlert, Minus, X } from "lucide-react";
import type { FlowStep } from "#core/mailflow/flow.ts";
import { msText } from "#core/text/ms-text.ts";
import { visibleText } from "#core/text/visible-text.ts";

const LOOKS = {
  done: { icon: Check, word: "done", colour: "text-up", ground: "" },
  degraded: { icon: CircleAlert, word: "degraded", colour: "text-degraded", ground: "bg-degraded-soft" },
  failed: { icon: X, word: "failed", colour: "text-down", ground: "bg-down-soft" },
  skipped: { icon: Minus, word: "not done", colour: "text-muted", ground: "" },
} as const satisfies Record<FlowStep["outcome"], unknown>;

/** The steps of a run in their order, the failed one marked, and then what is always done. */
export function StepList({ steps }: { steps: readonly FlowStep[] }) {
  const always = steps.filter(({ list }) => list === "always");
  return (
    <div className="grid gap-3">
      <Steps label="Steps" steps={steps.filter(({ list }) => list === "steps")} />
      {always.length > 0 && (
        <>
          <h3 className="text-sm font-medium">Always done, however the steps end</h3>
          <Steps label="Steps in the end" steps={always} />
        </>
      )}
    </div>
  );
}

function Steps({ label, steps }: { label: string; steps: readonly FlowStep[] }) {
  return (
    <ol aria-label={label} className="grid">
      {steps.map(({ index, says, outcome, ms }) => {
        const { icon: Icon, word, colour, ground } = LOOKS[outcome];
        return (
          <li
            key={index}
            className={cx(
              "grid grid-cols-[1rem_1.5rem_minmax(0,1fr)_auto] items-baseline gap-x-2 border-b border-line px-2 py-1.5 last:border-b-0",
              ground,
            )}
          >
            <Icon aria-hidden className={cx("size-4 self-center", colour)} />
            <span className="text-right text-sm text-muted tabular-nums">{index + 1}</span>
            <span className={cx("wrap-anywhere", outcome === "skipped" && "text-muted")}>
              {visibleText(says)}
              <span className={ground === "" ? "sr-only" : cx("font-medium", colour)}> {word}</span>
            </span>
            <span className="text-sm text-muted tabular-nums">{outcome === "skipped" ? "–" : msText(ms)}</span>
          </li>
        );
      })}
    </ol>
  );
}
