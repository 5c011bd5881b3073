import type { SeenFacts } from "#core/change/seen.ts";
import type { MonitorSummary } from "#core/monitor/monitor-summary.ts";
import type { Policy } from "#core/monitor/monitor.ts";
import { pool } from "../pool.ts";
import { MONITOR_COLUMNS, MONITOR_TABLES } from "./monitor-columns.ts";

/**
 * A monitor as its own page shows it. `hasRequest` while a check somebody asked for has not begun; `isLoginStopped` where the login was
 * refused and is not tried again; `retryAt` while a greylisting server is to be asked again; `lastFacts` is what was last seen of it
 * while it worked.
 */
export type MonitorDetail = MonitorSummary &
  Policy & {
    revision: number;
    channelIds: number[];
    /** The escalation policy of its own. */
    policyId: number | null;
    /** Where it is checked from; none is everywhere. */
    locationIds: number[];
    flappingSince: Date | null;
    incidentId: number | null;
    goodSlotAt: Date | null;
    hasRequest: boolean;
    hasSecret: boolean;
    isLoginStopped: boolean;
    retryAt: Date | null;
    lastFacts: { facts: SeenFacts; at: Date } | null;
  };

type Row = Omit<MonitorDetail, "lastFacts"> & { facts: SeenFacts | null; factsAt: Date | null };

/** A monitor of a team with its policy, its health and the channels told of it; null where the team has no such monitor. */
export async function readMonitor(teamId: number, monitorId: number): Promise<MonitorDetail | null> {
  const { rows } = await pool.query<Row>(
    `select ${MONITOR_COLUMNS}, m.interval_s as "intervalS", m.time_limit_s as "timeLimitS", m.confirmations, m.revision, m.policy_id as "policyId",
       m.incident_from as "incidentFrom", m.tell_of as "tellOf", m.secret is not null as "hasSecret",
       h.incident_id as "incidentId", h.good_slot_at as "goodSlotAt",
       (m.target ? 'login' or m.kind = 'mailflow') and h.login_refused_revision is not distinct from m.revision as "isLoginStopped",
       case when h.revision = m.revision and h.retry_at > now() then h.retry_at end as "retryAt",
       s.facts, s.at as "factsAt",
       array(select channel_id from monitor_channel where monitor_id = m.id order by channel_id) as "channelIds",
       array(select location_id::int from monitor_location where monitor_id = m.id order by location_id) as "locationIds",
       case when h.revision = m.revision then h.flapping_since end as "flappingSince",
       exists(select from check_request r where r.monitor_id = m.id and r.claimed_at is null) as "hasRequest"
     from ${MONITOR_TABLES} where m.team_id = $1 and m.id = $2`,
    [teamId, monitorId],
  );
  if (!rows[0]) return null;
  const { facts, factsAt: at, ...monitor } = rows[0];
  return { ...monitor, lastFacts: facts && at && { facts, at } };
}
