import { STEP_LISTS, type Outline } from "../script/outline.ts";
import type { FlowStep, StepPlace } from "./flow.ts";

/** What a step is marked with while its script runs, and afterwards. */
export type StepMark = FlowStep["outcome"] | "running";

/** A step of a script's text that a trial has come to, in words once it is over, and the lines it stands in, from 1. */
export type MarkedStep = StepPlace & { mark: StepMark; says: string | null; fromLine: number; toLine: number };

/** Whether something was wrong at a step, whether or not the script went on. */
export function isWrong({ mark }: MarkedStep): boolean {
  return mark === "failed" || mark === "degraded";
}

/**
 * The steps that a trial has come to, in their order: those that are over with what became of them and, while it is running, the first that is not. A step
 * that is over and stands nowhere in the text is left out.
 */
export function markSteps(
  outline: Outline,
  { steps, isRunning }: { steps: readonly FlowStep[]; isRunning: boolean },
): MarkedStep[] {
  const marked: MarkedStep[] = [];
  for (const list of STEP_LISTS) {
    for (const [index, { fromLine, toLine }] of outline[list].entries()) {
      const over = steps.find((step) => step.list === list && step.index === index);
      if (over !== undefined) marked.push({ list, index, mark: over.outcome, says: over.says, fromLine, toLine });
      else if (isRunning) return [...marked, { list, index, mark: "running", says: null, fromLine, toLine }];
    }
  }
  return marked;
}
