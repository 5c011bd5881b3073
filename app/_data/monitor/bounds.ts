import type { Refusal } from "#core/form/refusal.ts";
import { serversOf } from "#core/mailflow/mailflow-target.ts";
import { boundsOf, fieldOutOfBounds, OUT_OF_BOUNDS } from "#core/monitor/bounds.ts";
import { DENIED, type DenyList } from "#core/monitor/deny-list.ts";
import type { Target } from "#core/monitor/monitor.ts";
import { wantedBy } from "#core/team/wanted-server.ts";
import { env } from "#env.ts";

const BOUNDS = boundsOf({ isEmbedded: env.EMBEDDED, ports: env.MONITOR_PORTS, ownAddresses: env.SELF_ADDRESSES });

/** What of a target may not be watched as it is written; null where nothing is. The worker judges again, by the addresses a name has. */
export function outOfBounds(target: Target, denied: DenyList): Refusal | null {
  const fieldOf = (field: "host" | "port") => (target.kind === "mailflow" ? "script" : field);
  for (const server of serversOf(target)) {
    const field = fieldOutOfBounds(server, BOUNDS);
    if (field !== null) return { field: fieldOf(field), sentence: OUT_OF_BOUNDS };
  }
  const isDenied = wantedBy(target).some(({ host }) => denied.hasName(host) || denied.hasAddress(host));
  return isDenied ? { field: fieldOf("host"), sentence: DENIED } : null;
}
