import { DEFAULT_LATENCY_MEASURE, type LatencyMeasure } from "../latency/latency.ts";
import { DEFAULT_TIME_WINDOW, type TimeWindow } from "../time/time-window.ts";

/** The address of a monitor's page, without what is as by default. */
export function monitorHref(
  monitorId: number,
  { window, measure, onlyContrary }: { window: TimeWindow; measure: LatencyMeasure; onlyContrary: boolean },
): string {
  const search = new URLSearchParams();
  if (window !== DEFAULT_TIME_WINDOW) search.set("window", window);
  if (measure !== DEFAULT_LATENCY_MEASURE) search.set("latency", measure);
  if (onlyContrary) search.set("checks", "failed");
  return search.size === 0 ? `/monitors/${monitorId}` : `/monitors/${monitorId}?${search}`;
}
