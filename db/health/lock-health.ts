import type { PoolClient } from "pg";
import type { HealthStatus, Status } from "#core/check/status.ts";
import { CALM, type Flapping } from "#core/judging/flapping.ts";
import type { Contrary, Health } from "#core/judging/health.ts";
import type { Votes } from "#core/judging/vote.ts";
import type { IncidentFrom } from "#core/monitor/monitor.ts";
import type { ReasonCode } from "#core/reason/reason.ts";
import type { HealthRow } from "./health-row.ts";

type Row = {
  monitorId: number;
  teamId: number;
  intervalS: number;
  confirmations: number;
  incidentFrom: IncidentFrom;
  revision: number;
  checkedRevision: number;
  status: HealthStatus;
  reason: ReasonCode | null;
  since: Date;
  contraryStatus: Status | null;
  contraryReason: ReasonCode | null;
  contraryCount: number;
  contrarySince: Date | null;
  contraryAllCount: number;
  contraryAllSince: Date | null;
  contraryUnsureCount: number;
  contraryUnsureSince: Date | null;
  votes: Votes | null;
  flappingSince: Date | null;
  turnedAt: Date[];
  lastSlotAt: Date | null;
  lastStatus: Status | null;
  lastReason: ReasonCode | null;
  lastReplyCode: number | null;
  lastMs: number | null;
  goodSlotAt: Date | null;
  incidentId: number | null;
  retryAt: Date | null;
  starttlsRevision: number | null;
  loginRefusedRevision: number | null;
  seenHash: number | null;
};

/** Locks the health of monitors until the transaction ends, in the order of their ids, and reads it as it is by then. */
export async function lockHealth(client: PoolClient, monitorIds: readonly number[]): Promise<HealthRow[]> {
  const { rows } = await client.query<Row>({
    name: "lock-health",
    text: `select health.monitor_id as "monitorId", monitor.team_id as "teamId", monitor.interval_s as "intervalS", monitor.confirmations,
        monitor.incident_from as "incidentFrom", monitor.revision, health.revision as "checkedRevision", health.status, health.reason, health.since,
        contrary_status as "contraryStatus", contrary_reason as "contraryReason", contrary_count as "contraryCount",
        contrary_since as "contrarySince", contrary_all_count as "contraryAllCount", contrary_all_since as "contraryAllSince",
        contrary_unsure_count as "contraryUnsureCount", contrary_unsure_since as "contraryUnsureSince", votes,
        flapping_since as "flappingSince", turned_at as "turnedAt", last_slot_at as "lastSlotAt", last_status as "lastStatus", last_reason as "lastReason",
        last_reply_code as "lastReplyCode", last_ms as "lastMs", good_slot_at as "goodSlotAt", incident_id as "incidentId",
        retry_at as "retryAt", starttls_revision as "starttlsRevision", login_refused_revision as "loginRefusedRevision", seen_hash as "seenHash"
      from health join monitor on monitor.id = health.monitor_id
      where health.monitor_id = any($1::int[])
      order by health.monitor_id
      for update of health`,
    values: [monitorIds],
  });
  return rows.map((row) => ({
    monitorId: row.monitorId,
    teamId: row.teamId,
    intervalS: row.intervalS,
    confirmations: row.confirmations,
    incidentFrom: row.incidentFrom,
    health: healthOf(row),
    flapping: flappingOf(row),
    revision: row.revision,
    checkedRevision: row.checkedRevision,
    latest: row.lastStatus && { status: row.lastStatus, reason: row.lastReason, replyCode: row.lastReplyCode, ms: row.lastMs ?? 0 },
    goodSlotAt: row.goodSlotAt?.getTime() ?? null,
    incidentId: row.incidentId,
    starttlsRevision: row.starttlsRevision,
    loginRefusedRevision: row.loginRefusedRevision,
    seenHash: row.seenHash,
  }));
}

/** After an edit the checks of the former target neither confirm anything nor leave a gap behind. */
function healthOf(row: Row): Health {
  const { status, reason } = row;
  const since = row.since.getTime();
  if (row.checkedRevision !== row.revision) return { status, reason, since, lastSlotAt: null, contrary: null, retryAt: null };
  const lastSlotAt = row.lastSlotAt?.getTime() ?? null;
  return { status, reason, since, lastSlotAt, contrary: contraryOf(row), retryAt: row.retryAt?.getTime() ?? null };
}

/** A row that an older version wrote counts only those that say the same. */
function contraryOf(row: Row): Contrary | null {
  if (row.contraryStatus === null || row.contrarySince === null) return null;
  const own = { count: row.contraryCount, since: row.contrarySince.getTime() };
  const all = row.contraryAllSince === null ? own : { count: row.contraryAllCount, since: row.contraryAllSince.getTime() };
  const unsureSince = row.contraryUnsureSince?.getTime();
  const unsure = unsureSince === undefined ? null : { count: row.contraryUnsureCount, since: unsureSince };
  return { status: row.contraryStatus, reason: row.contraryReason, ...own, all, unsure, votes: row.votes };
}

/** After an edit it is another server that has to show whether it comes and goes. */
function flappingOf(row: Row): Flapping {
  if (row.checkedRevision !== row.revision) return CALM;
  return { since: row.flappingSince?.getTime() ?? null, turnedAt: row.turnedAt.map((at) => at.getTime()) };
}
