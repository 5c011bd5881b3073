/** SQL: the columns of a core/incident-summary.ts IncidentSummary, over incident `i`, its monitor `m` and, where acknowledged, user `u`. */
export const INCIDENT_COLUMNS = `i.id as "incidentId", m.id as "monitorId", m.name as "monitorName", m.target,
  i.started_at as "startedAt", i.opened_at as "openedAt", i.ended_at as "endedAt", i.resolved_at as "resolvedAt",
  i.acknowledged_at as "acknowledgedAt", u.email as "acknowledgedBy", i.status, i.reason, i.slot_at as "slotAt", i.location_id as "locationId",
  exists (select from incident_event e where e.incident_id = i.id and e.kind = 'closed_by_maintenance') as "isClosedByMaintenance"`;

/** SQL: where they come from. */
export const INCIDENT_TABLES = `incident i join monitor m on m.id = i.monitor_id left join "user" u on u.id = i.acknowledged_by`;
