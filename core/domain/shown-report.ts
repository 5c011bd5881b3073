import type { PathVerdict } from "../check/result.ts";
import type { HealthStatus } from "../check/status.ts";
import type { Uptime } from "../uptime/uptime.ts";
import type { DomainReport } from "./domain-report.ts";

/**
 * What the report of a domain shows to whoever may see it: nothing else of its team, none of its other monitors, nothing that was said to its
 * servers. `now`, `from` and `createdAt` are epoch milliseconds; `baseUrl` is where its links lead when it is printed.
 */
export type ShownReport = {
  /** The domain, in A-labels. */
  domain: string;
  teamName: string;
  status: HealthStatus;
  since: Date;
  /** What the latest check that is kept found; null where there is none. */
  found: { report: DomainReport; paths: PathVerdict[]; at: Date } | null;
  /** Of the last 30 days; `createdAt` is since when it is watched. */
  uptime: { from: number; createdAt: number; uptime: Uptime };
  now: number;
  zone: string;
  baseUrl: string;
};
