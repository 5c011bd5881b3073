import type { PoolClient } from "pg";
import type { EscalationPolicy } from "#core/escalation/escalation-policy.ts";
import type { Course } from "#core/escalation/escalation-run.ts";
import type { Target } from "#core/monitor/monitor.ts";
import type { Reason } from "#core/reason/reason.ts";
import { NOW } from "../now.ts";

/** An incident whose telling is this transaction's until it ends. */
export type ClaimedEscalation = {
  incidentId: number;
  monitorId: number;
  teamId: number;
  policy: EscalationPolicy;
  course: Course;
  subject: {
    monitorName: string;
    target: Target;
    startedAt: number;
    endedAt: number | null;
    status: "down" | "degraded";
    reason: Reason;
    slotAt: Date;
    locationId: number;
    turnedAt: number[];
    hasFlapped: boolean;
  };
};

type Row = Omit<ClaimedEscalation, "course" | "subject"> &
  Omit<ClaimedEscalation["subject"], "startedAt" | "endedAt" | "turnedAt" | "hasFlapped"> & {
    severity: Course["severity"];
    beganAt: Date;
    worsenedAt: Date | null;
    acknowledgedAt: Date | null;
    unacknowledgedAt: Date | null;
    flappingFrom: Date | null;
    flappingTo: Date | null;
    closedAt: Date | null;
    hasRecovered: boolean;
    startedAt: Date;
    endedAt: Date | null;
    turnedAt: Date[];
  };

const COLUMNS = `i.id as "incidentId", i.monitor_id as "monitorId", i.team_id as "teamId", e.policy, e.severity, e.worsened_at as "worsenedAt",
  e.began_at as "beganAt", i.acknowledged_at as "acknowledgedAt", e.unacknowledged_at as "unacknowledgedAt",
  e.flapping_from as "flappingFrom", e.flapping_to as "flappingTo", case when i.resolved_at is not null then least(i.resolved_at, ${NOW}) end as "closedAt", e.has_recovered as "hasRecovered",
  m.name as "monitorName", m.target, i.started_at as "startedAt", i.ended_at as "endedAt", i.status, i.reason, i.slot_at as "slotAt",
  i.location_id as "locationId", h.turned_at as "turnedAt"`;
const TABLES = `escalation e join incident i on i.id = e.incident_id join monitor m on m.id = i.monitor_id
  join health h on h.monitor_id = i.monitor_id`;

/**
 * Claims the escalations that are due, those that wait longest first. With the health of their monitors: whoever adds deliveries holds that lock,
 * so that they are added in order; and with the incidents, so that nobody acknowledges one while it is being told of. What others hold is
 * left out, for they look again.
 */
export async function claimDue(client: PoolClient, limit: number): Promise<ClaimedEscalation[]> {
  const { rows } = await client.query<Row>(
    `select ${COLUMNS} from ${TABLES} where e.look_at <= ${NOW}
     order by e.look_at, e.incident_id limit $1
     for update of h skip locked for no key update of i, e skip locked`,
    [limit],
  );
  return rows.map(claimedOf);
}

/** Claims the escalations of some incidents, of whose monitors this transaction holds the health. */
export async function claimOf(client: PoolClient, incidentIds: readonly number[]): Promise<ClaimedEscalation[]> {
  const { rows } = await client.query<Row>(
    `select ${COLUMNS} from ${TABLES} where e.incident_id = any($1::int[]) order by e.incident_id for no key update of i, e`,
    [incidentIds],
  );
  return rows.map(claimedOf);
}

function claimedOf({ incidentId, monitorId, teamId, policy, ...row }: Row): ClaimedEscalation {
  return {
    incidentId,
    monitorId,
    teamId,
    policy,
    course: courseOf(row),
    subject: {
      monitorName: row.monitorName,
      target: row.target,
      startedAt: row.startedAt.getTime(),
      endedAt: row.endedAt?.getTime() ?? null,
      status: row.status,
      reason: row.reason,
      slotAt: row.slotAt,
      locationId: row.locationId,
      turnedAt: row.turnedAt.map((at) => at.getTime()),
      hasFlapped: row.flappingFrom !== null,
    },
  };
}

function courseOf(row: Omit<Row, "incidentId" | "monitorId" | "teamId" | "policy">): Course {
  const flapping = row.flappingFrom && { from: row.flappingFrom.getTime(), to: msOf(row.flappingTo) };
  return {
    openedAt: row.beganAt.getTime(),
    severity: row.severity,
    worsenedAt: msOf(row.worsenedAt),
    acknowledgedAt: msOf(row.acknowledgedAt),
    unacknowledgedAt: msOf(row.unacknowledgedAt),
    flapping,
    closedAt: msOf(row.closedAt),
    hasRecovered: row.hasRecovered,
  };
}

function msOf(at: Date | null): number | null {
  return at?.getTime() ?? null;
}
