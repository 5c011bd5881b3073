import { SHOWN_REASON, SHOWN_SINCE, SHOWN_STATUS } from "./shown-status.ts";

/** SQL: the columns of a core/monitor-summary.ts MonitorSummary, over monitor `m` and its health `h`. */
export const MONITOR_COLUMNS = `m.id as "monitorId", m.name, m.kind, m.target, m.created_at as "createdAt",
  ${SHOWN_STATUS} as status, ${SHOWN_REASON} as reason, ${SHOWN_SINCE} as since,
  h.last_slot_at as "lastSlotAt", h.last_reply_code as "lastReplyCode", h.last_ms as "lastMs"`;
