/**
 * SQL: the columns of a core/incident/incident-summary.ts IncidentSummary, over incident `i`, its monitor `m` and, where acknowledged, user `u` or
 * channel `c`.
 */
export const INCIDENT_COLUMNS = `i.id as "incidentId", m.id as "monitorId", m.name as "monitorName", m.target,
  i.started_at as "startedAt", i.opened_at as "openedAt", i.ended_at as "endedAt", i.resolved_at as "resolvedAt",
  i.acknowledged_at as "acknowledgedAt", u.email as "acknowledgedBy", c.name as "acknowledgedOn", i.status, i.reason,
  i.slot_at as "slotAt", i.location_id as "locationId",
  (select e.kind from incident_event e where e.incident_id = i.id and i.ended_at is null
     and e.kind in ('closed_by_pause', 'closed_by_maintenance', 'resolved_by_hand') limit 1) as "closedAs"`;

/** SQL: where they come from. */
export const INCIDENT_TABLES = `incident i join monitor m on m.id = i.monitor_id
  left join "user" u on u.id = i.acknowledged_by left join channel c on c.id = i.acknowledged_on`;
