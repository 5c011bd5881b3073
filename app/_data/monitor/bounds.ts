import { serversOf } from "#core/mailflow/mailflow-target.ts";
import { boundsOf, fieldOutOfBounds } from "#core/monitor/bounds.ts";
import type { Target } from "#core/monitor/monitor.ts";
import { env } from "#env.ts";

/** A target that may not be watched from here, and which of its fields says so. */
export type OutOfBounds = { outOfBounds: "host" | "port" | "script" };

const BOUNDS = boundsOf({ isEmbedded: env.EMBEDDED, ports: env.MONITOR_PORTS, ownAddresses: env.SELF_ADDRESSES });

/** What of a target may not be watched as it is written; null where nothing is. The worker judges again, by the addresses a name has. */
export function outOfBounds(target: Target): OutOfBounds | null {
  for (const server of serversOf(target)) {
    const field = fieldOutOfBounds(server, BOUNDS);
    if (field !== null) return { outOfBounds: target.kind === "mailflow" ? "script" : field };
  }
  return null;
}
