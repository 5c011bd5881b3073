import type { HealthStatus } from "../check/status.ts";

/** A monitor that somebody looks for by name or host, as a line to choose. `target` is host and port as people write them. */
export type FoundMonitor = { monitorId: number; name: string; target: string; status: HealthStatus };
