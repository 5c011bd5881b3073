import { redirect } from "next/navigation";
import { requireViewer } from "#app/_data/viewer.ts";
import { parsePage, type SearchParams } from "#core/monitor-query.ts";
import { listIncidents } from "#db/incident/list-incidents.ts";

const PER_PAGE = 50;

/** A page of the team's incidents, open ones first. */
export async function loadIncidents(search: SearchParams) {
  const readAt = Date.now();
  const { teamId, timeZone } = await requireViewer();
  const page = parsePage(search);
  const { incidents, total, open } = await listIncidents(teamId, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  if (page > pages) redirect(`/incidents?page=${pages}`);
  return { incidents, open, page, pages, zone: timeZone, readAt };
}
