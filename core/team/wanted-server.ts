import { serversOf } from "../mailflow/mailflow-target.ts";
import type { Target } from "../monitor/monitor.ts";

/** A server, or a domain whose mail servers stand in the DNS, that a check of a target looks at. */
export type WantedServer = { host: string; port: number };

/** What a check of a target looks at, as far as the target names it. A blocklist monitor connects to nothing. */
export function wantedBy(target: Target): readonly WantedServer[] {
  return target.kind === "domain" ? [{ host: target.host, port: target.port }] : serversOf(target);
}
