import type { HealthStatus, Status } from "../check/status.ts";
import type { ReasonCode } from "../reason/reason.ts";
import type { Kind, Target } from "./monitor.ts";

/** A monitor with its health, as every list shows it. One that nobody has checked for too long is `unknown` here, whatever was last seen. */
export type MonitorSummary = {
  monitorId: number;
  name: string;
  tags: string[];
  kind: Kind;
  target: Target;
  createdAt: Date;
  status: HealthStatus;
  reason: ReasonCode | null;
  /** What its latest checks say against its status while that waits for confirmation. */
  contrary: { status: Status; reason: ReasonCode | null } | null;
  since: Date;
  lastSlotAt: Date | null;
  lastReplyCode: number | null;
  lastMs: number | null;
  /** When the certificate that was last seen ends; null where none was. */
  certificateEndsAt: Date | null;
};
