import { createHash, timingSafeEqual } from "node:crypto";
import { countStates } from "#db/system/count-states.ts";
import { env } from "#env.ts";
import { metricsText } from "./metrics-text.ts";
import { readSystem } from "./read-system.ts";

/** What somebody who asks for the metrics may have: nothing is there, they did not show the token, or they are. */
export type MetricsAnswer = { kind: "absent" } | { kind: "refused" } | { kind: "shown"; text: string; contentType: string };

/**
 * The metrics, for whoever shows the token. Where none is set they are only there on a machine of one's own, and open: whoever reaches its
 * dashboard may sign up and read the same on the operator's page.
 */
export async function loadMetrics(authorization: string | null): Promise<MetricsAnswer> {
  if (env.METRICS_TOKEN === undefined && !env.EMBEDDED) return { kind: "absent" };
  if (env.METRICS_TOKEN !== undefined && !isSame(authorization ?? "", `Bearer ${env.METRICS_TOKEN}`)) return { kind: "refused" };
  const [system, states] = await Promise.all([readSystem(), countStates()]);
  return { kind: "shown", ...(await metricsText(system, states)) };
}

/** Takes the same time whatever is said. */
function isSame(said: string, expected: string): boolean {
  return timingSafeEqual(digest(said), digest(expected));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
