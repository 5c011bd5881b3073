import type { MonitorSummary } from "#core/monitor-summary.ts";
import type { Policy } from "#core/monitor.ts";
import { pool } from "../pool.ts";
import { MONITOR_COLUMNS } from "./monitor-columns.ts";

/** A monitor as its own page shows it. `hasRequest` while a check somebody asked for has not begun. */
export type MonitorDetail = MonitorSummary &
  Policy & { revision: number; channelIds: number[]; incidentId: number | null; goodSlotAt: Date | null; hasRequest: boolean };

/** A monitor of a team with its policy, its health and the channels told of it; null where the team has no such monitor. */
export async function readMonitor(teamId: number, monitorId: number): Promise<MonitorDetail | null> {
  const { rows } = await pool.query<MonitorDetail>(
    `select ${MONITOR_COLUMNS}, m.interval_s as "intervalS", m.time_limit_s as "timeLimitS", m.confirmations, m.revision,
       h.incident_id as "incidentId", h.good_slot_at as "goodSlotAt",
       array(select channel_id from monitor_channel where monitor_id = m.id order by channel_id) as "channelIds",
       exists(select from check_request r where r.monitor_id = m.id and r.claimed_at is null) as "hasRequest"
     from monitor m join health h on h.monitor_id = m.id where m.team_id = $1 and m.id = $2`,
    [teamId, monitorId],
  );
  return rows[0] ?? null;
}
