import { SHOWN_REASON, SHOWN_SINCE, SHOWN_STATUS } from "./shown-status.ts";

/** SQL: the columns of a core/monitor-summary.ts MonitorSummary, over monitor `m` and its health `h`. */
export const MONITOR_COLUMNS = `m.id as "monitorId", m.name, m.kind, m.target, m.created_at as "createdAt",
  ${SHOWN_STATUS} as status, ${SHOWN_REASON} as reason, ${SHOWN_SINCE} as since,
  case when h.contrary_status is not null then json_build_object('status', h.contrary_status, 'reason', h.contrary_reason) end as contrary,
  h.last_slot_at as "lastSlotAt", h.last_reply_code as "lastReplyCode", h.last_ms as "lastMs"`;
