/**
 * SQL over monitor `m` and its health `h`: nobody has checked for longer than two intervals and 30 s (core/judging/gap.ts silenceLimitMs), so
 * what health says is no longer true, even if no worker is alive to write so.
 */
const IS_OVERDUE = `(h.status in ('up', 'degraded', 'down') and h.last_slot_at < now() - make_interval(secs => 2 * m.interval_s + 30))`;

/** SQL: the status to show of a monitor: its health, or unknown where it is overdue. */
export const SHOWN_STATUS = `case when ${IS_OVERDUE} then 'unknown'::health_status else h.status end`;

/** SQL: why it is shown so. */
export const SHOWN_REASON = `case when ${IS_OVERDUE} then 'check.missed' else h.reason end`;

/** SQL: since when it is shown so; an overdue one since the first check that did not come. */
export const SHOWN_SINCE = `case when ${IS_OVERDUE} then greatest(h.since, h.last_slot_at + make_interval(secs => m.interval_s)) else h.since end`;
