import { redirect } from "next/navigation";
import { requireViewer } from "#app/_data/viewer.ts";
import { incidentQueryHref, parseIncidentQuery } from "#core/incident/incident-query.ts";
import type { SearchParams } from "#core/monitor/monitor-query.ts";
import { listIncidents } from "#db/incident/list-incidents.ts";
import { listTroubledMonitors } from "#db/incident/list-troubled-monitors.ts";

const PER_PAGE = 50;

/** A page of the team's incidents that the address asks for, open ones first. */
export async function loadIncidents(search: SearchParams) {
  const readAt = Date.now();
  const { teamId, timeZone } = await requireViewer();
  const query = parseIncidentQuery(search);
  const [{ incidents, total, open }, monitors] = await Promise.all([
    listIncidents(teamId, query, { limit: PER_PAGE, offset: (query.page - 1) * PER_PAGE }),
    listTroubledMonitors(teamId, query.monitorId),
  ]);
  const pages = Math.max(1, Math.ceil((query.isOpen ? open : total) / PER_PAGE));
  if (query.page > pages) redirect(incidentQueryHref({ ...query, page: pages }));
  return { query, incidents, total, open, monitors, pages, zone: timeZone, readAt };
}
