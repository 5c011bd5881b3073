import { SHOWN_REASON, SHOWN_SINCE, SHOWN_STATUS } from "./shown-status.ts";

/** SQL: a monitor `m`, its health `h` and, where it was ever seen working, what was seen then `s`. */
export const MONITOR_TABLES =
  "monitor m join health h on h.monitor_id = m.id left join seen s on s.monitor_id = m.id and s.revision = m.revision";

/** SQL: the columns of a core/monitor/monitor-summary.ts MonitorSummary, over MONITOR_TABLES. */
export const MONITOR_COLUMNS = `m.id as "monitorId", m.name, m.tags, m.kind, m.target, m.created_at as "createdAt",
  ${SHOWN_STATUS} as status, ${SHOWN_REASON} as reason, ${SHOWN_SINCE} as since,
  case when h.contrary_status is not null then json_build_object('status', h.contrary_status, 'reason', h.contrary_reason) end as contrary,
  h.last_slot_at as "lastSlotAt", h.last_reply_code as "lastReplyCode", h.last_ms as "lastMs",
  s.certificate_ends_at as "certificateEndsAt"`;
