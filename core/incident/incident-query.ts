import { parseId } from "../form/parse-id.ts";
import { parsePage, type SearchParams } from "../monitor/monitor-query.ts";

/** What the list of incidents is asked for in its address: those that are open or all, of one monitor or any, and which page. */
export type IncidentQuery = { isOpen: boolean; monitorId: number | null; page: number };

/** Reads `?state=open&monitor=7&page=2`. Nonsense counts as not there. */
export function parseIncidentQuery(search: SearchParams): IncidentQuery {
  return { isOpen: search.state === "open", monitorId: parseId(search.monitor), page: parsePage(search) };
}

/** The address of a list, without what is as by default. */
export function incidentQueryHref({ isOpen, monitorId, page }: IncidentQuery): string {
  const search = new URLSearchParams();
  if (isOpen) search.set("state", "open");
  if (monitorId !== null) search.set("monitor", String(monitorId));
  if (page > 1) search.set("page", String(page));
  return search.size === 0 ? "/incidents" : `/incidents?${search}`;
}
