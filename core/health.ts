import type { ReasonCode } from "./reason.ts";
import type { HealthStatus, Status } from "./status.ts";

/**
 * The results that disagree with a confirmed status and wait for confirmation: what they say, how many there are in a row, and when the
 * first of them started, which is when the change will be said to have happened. `all` counts those in a row that disagree in the same
 * direction, whatever each of them says: an overloaded server may be slow at one check and silent at the next.
 */
export type Contrary = {
  status: Status;
  reason: ReasonCode | null;
  count: number;
  since: number;
  all: { count: number; since: number };
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
