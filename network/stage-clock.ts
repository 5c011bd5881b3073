import type { Stage } from "#core/check/stage.ts";
import { Deadline } from "./deadline.ts";

/** In ms, for stages that may not take all the time there is. */
export type StageLimits = Partial<Record<Stage, number>>;

/**
 * The time of one check: its stages are timed one after the other, each under its own limit, and all under one deadline. Waiting for
 * something of our own is no part of a stage's time; the deadline does not wait.
 */
export class StageClock {
  readonly deadline: Deadline;
  readonly startedAtMs = performance.now();
  readonly #limitsMs: StageLimits;
  #stageStartedAtMs = 0;
  #stageEndsAtMs = Infinity;
  #waitedMs = 0;

  constructor(timeLimitMs: number, stageLimitsMs: StageLimits = {}) {
    this.deadline = new Deadline(timeLimitMs);
    this.#limitsMs = stageLimitsMs;
  }

  /** Milliseconds since the start of the check, with fractions. */
  elapsedMs(): number {
    return performance.now() - this.startedAtMs;
  }

  /** How long the check waited for us and not for the server, in ms. */
  get waitedMs(): number {
    return this.#waitedMs;
  }

  /** Begins a stage, which may take `limitMs` where that is less than stages of its name may. */
  begin(stage: Stage, limitMs = Infinity): void {
    this.#stageStartedAtMs = performance.now();
    this.#stageEndsAtMs = this.#stageStartedAtMs + Math.min(limitMs, this.#limitsMs[stage] ?? Infinity);
  }

  /** How long the running stage has taken, in tenths of a ms: finer than that is noise, or tells what the guard thought about. */
  stageMs(): number {
    return Math.round((performance.now() - this.#stageStartedAtMs) * 10) / 10;
  }

  /** How long the running stage still has, in ms. */
  remainingMs(): number {
    return this.deadline.remainingMs(this.#stageEndsAtMs);
  }

  /** Waits for something of our own. */
  async outsideOfTime<T>(wait: Promise<T>): Promise<T> {
    const startedAtMs = performance.now();
    const outcome = await wait;
    const waitedMs = performance.now() - startedAtMs;
    this.#waitedMs += waitedMs;
    this.#stageStartedAtMs += waitedMs;
    this.#stageEndsAtMs += waitedMs;
    return outcome;
  }
}
