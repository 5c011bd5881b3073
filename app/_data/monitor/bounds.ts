import { boundsOf, fieldOutOfBounds } from "#core/bounds.ts";
import type { Target } from "#core/monitor.ts";
import { env } from "#env.ts";

/** A target that may not be watched from here, and which of its fields says so. */
export type OutOfBounds = { outOfBounds: "host" | "port" };

const BOUNDS = boundsOf({ isEmbedded: env.EMBEDDED, ports: env.MONITOR_PORTS, ownAddresses: env.SELF_ADDRESSES });

/** What of a target may not be watched as it is written; null where nothing is. The worker judges again, by the addresses a name has. */
export function outOfBounds(target: Target): OutOfBounds | null {
  const field = fieldOutOfBounds(target, BOUNDS);
  return field && { outOfBounds: field };
}
