import fc from "fast-check";
import { STATUSES, type Status } from "#core/check/status.ts";
import type { Judged } from "#core/judging/judge.ts";
import { INCIDENT_FROM } from "#core/monitor/monitor.ts";
import { result } from "./judging.ts";

/** Any policy there may be. */
export const policies = fc.record({
  confirmations: fc.integer({ min: 0, max: 5 }),
  intervalS: fc.constantFrom(10, 30, 60, 3600),
  incidentFrom: fc.constantFrom(...INCIDENT_FROM),
});

/** Any results: late, older than the one before, after a silence, or wishing to be asked again. */
export const histories = fc.array(
  fc.record({
    status: fc.constantFrom(...STATUSES),
    waitS: fc.integer({ min: -30, max: 400 }),
    lateMs: fc.nat(40_000),
    retryInS: fc.option(fc.integer({ min: -60, max: 600 }), { nil: undefined, freq: 4 }),
  }),
  { maxLength: 60 },
);

/** The results of such a history. */
export function resultsOf(history: readonly { status: Status; waitS: number; lateMs: number; retryInS?: number }[]): Judged[] {
  let slotS = 1000;
  return history.map(({ status, waitS, lateMs, retryInS }) => {
    const each = result(status, (slotS += waitS), lateMs);
    return retryInS === undefined ? each : { ...each, retryAt: each.startedAt + retryInS * 1000 };
  });
}
