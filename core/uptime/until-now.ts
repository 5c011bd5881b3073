import type { HealthStatus } from "../check/status.ts";
import type { StatusChange } from "./uptime.ts";

/**
 * The changes of a monitor up to the present. While nobody checks it, no change is written down: what is shown of it (unknown, since
 * the first check that did not come) is then one more change.
 */
export function untilNow(changes: readonly StatusChange[], shown: { status: HealthStatus; since: Date }): StatusChange[] {
  const last = changes.at(-1);
  if (last === undefined || last.to === shown.status) return [...changes];
  return [...changes, { at: Math.max(last.at, shown.since.getTime()), from: last.to, to: shown.status }];
}
