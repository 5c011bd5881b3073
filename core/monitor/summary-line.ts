import type { HealthStatus } from "../check/status.ts";
import { durationWords } from "../text/duration.ts";

/** How many monitors are in each status. */
export type StatusCounts = Record<HealthStatus, number>;

const ORDER: readonly HealthStatus[] = ["up", "down", "degraded", "unknown", "maintenance", "paused"];

/**
 * All monitors in one line: "41 up, 1 down for 12 min, 2 degraded". `downSince` is when the longest current outage began and
 * `now` the present, in epoch milliseconds.
 */
export function summaryLine(counts: StatusCounts, downSince: number | null, now: number): string {
  const parts = ORDER.filter((status) => counts[status] > 0).map((status) => {
    const part = `${counts[status]} ${status === "maintenance" ? "in maintenance" : status}`;
    if (status !== "down" || downSince === null) return part;
    return `${part} for ${counts.down > 1 ? "up to " : ""}${durationWords(now - downSince)}`;
  });
  return parts.join(", ") || "No monitors";
}
