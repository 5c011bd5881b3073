import type { Kind, Target } from "#core/monitor.ts";
import type { ReasonCode } from "#core/reason.ts";
import type { HealthStatus } from "#core/status.ts";
import { SHOWN_REASON, SHOWN_SINCE, SHOWN_STATUS } from "./shown-status.ts";

/** A monitor with its health as every list shows it. */
export type MonitorRow = {
  monitorId: number;
  name: string;
  kind: Kind;
  target: Target;
  createdAt: Date;
  status: HealthStatus;
  reason: ReasonCode | null;
  since: Date;
  lastSlotAt: Date | null;
  lastReplyCode: number | null;
  lastMs: number | null;
};

/** SQL: the columns of a MonitorRow, over monitor `m` and its health `h`. */
export const MONITOR_COLUMNS = `m.id as "monitorId", m.name, m.kind, m.target, m.created_at as "createdAt",
  ${SHOWN_STATUS} as status, ${SHOWN_REASON} as reason, ${SHOWN_SINCE} as since,
  h.last_slot_at as "lastSlotAt", h.last_reply_code as "lastReplyCode", h.last_ms as "lastMs"`;
