import type { HealthStatus, Status } from "../check/status.ts";
import type { ReasonCode } from "../reason/reason.ts";
import type { Votes } from "./vote.ts";

/** So many results in a row, and when the first of them started, in epoch milliseconds. */
export type Run = { count: number; since: number };

/**
 * The results that disagree with a confirmed status and wait for confirmation: what they say, how many there are in a row, and when the
 * first of them started, which is when the change will be said to have happened. `all` counts those in a row that disagree in the same
 * direction, whatever each of them says: an overloaded server may be slow at one check and silent at the next. `unsure` counts those
 * since then that could not tell: they neither confirm what the others say nor take it back. `votes` are what other locations say of it,
 * where they were asked.
 */
export type Contrary = Run & {
  status: Status;
  reason: ReasonCode | null;
  all: Run;
  unsure: Run | null;
  votes: Votes | null;
};

/**
 * A monitor's confirmed status and its running count of contrary results. Instants are epoch milliseconds. `retryAt` is when a server
 * that greylists wants to be asked again.
 */
export type Health = {
  status: HealthStatus;
  reason: ReasonCode | null;
  since: number;
  lastSlotAt: number | null;
  contrary: Contrary | null;
  retryAt: number | null;
};

/** One change of health. `at` is when it happened (the first result that showed it), `confirmedAt` when we were sure. */
export type Transition = {
  at: number;
  confirmedAt: number;
  from: HealthStatus;
  to: HealthStatus;
  reason: ReasonCode | null;
};

/** The health after a change. */
export function changed(health: Health, transition: Transition): Health {
  return { ...health, status: transition.to, reason: transition.reason, since: transition.at, contrary: null };
}
