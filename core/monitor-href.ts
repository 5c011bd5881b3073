import { DEFAULT_TIME_WINDOW, type TimeWindow } from "./time-window.ts";

/** The address of a monitor's page, without what is as by default. */
export function monitorHref(monitorId: number, { window, onlyContrary }: { window: TimeWindow; onlyContrary: boolean }): string {
  const search = new URLSearchParams();
  if (window !== DEFAULT_TIME_WINDOW) search.set("window", window);
  if (onlyContrary) search.set("checks", "failed");
  return search.size === 0 ? `/monitors/${monitorId}` : `/monitors/${monitorId}?${search}`;
}
