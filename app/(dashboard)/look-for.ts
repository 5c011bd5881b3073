"use server";

import { findMonitors } from "#app/_data/monitor/find-monitors.ts";
import type { FoundMonitor } from "#core/monitor/found-monitor.ts";

/** The monitors that the palette offers for what was typed; what comes from a browser may be anything. */
export async function lookFor(typed: unknown): Promise<FoundMonitor[]> {
  return findMonitors(typeof typed === "string" ? typed : "");
}
