import { redirect } from "next/navigation";
import { requireViewer } from "#app/_data/viewer.ts";
import { canEdit } from "#core/account/role.ts";
import { monitorQueryHref, parseMonitorQuery, type SearchParams } from "#core/monitor/monitor-query.ts";
import { summaryLine } from "#core/monitor/summary-line.ts";
import { dayRuns, lastDays } from "#core/uptime/day-bars.ts";
import { untilNow } from "#core/uptime/until-now.ts";
import { uptimeOf } from "#core/uptime/uptime.ts";
import { countMonitors } from "#db/monitor/count-monitors.ts";
import { listMonitors } from "#db/monitor/list-monitors.ts";
import { listTags } from "#db/monitor/list-tags.ts";
import { listTransitionsSince } from "#db/transition/list-transitions-since.ts";

const PER_PAGE = 50;
const DAYS = 90;

/** All that the list of monitors shows: one page of it, with ninety days of each. */
export async function loadMonitors(search: SearchParams) {
  const readAt = Date.now();
  const { teamId, timeZone, role } = await requireViewer();
  const query = parseMonitorQuery(search);
  const [{ monitors, total }, tags, { counts, kinds, downSince }] = await Promise.all([
    listMonitors(teamId, { ...query, limit: PER_PAGE, offset: (query.page - 1) * PER_PAGE }),
    listTags(teamId),
    countMonitors(teamId),
  ]);
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  if (query.page > pages) redirect(monitorQueryHref({ ...query, page: pages }));

  const now = Date.now();
  const days = lastDays(now, timeZone, DAYS);
  const from = days[0]!.from;
  const ids = monitors.map(({ monitorId }) => monitorId);
  const changes = await listTransitionsSince(teamId, ids, new Date(from));
  const rows = monitors.map((monitor) => {
    const known = untilNow(changes.get(monitor.monitorId) ?? [], monitor);
    return { monitor, days: dayRuns(known, days), uptime: uptimeOf(known, Math.max(from, monitor.createdAt.getTime()), now) };
  });
  return {
    query,
    tags,
    rows,
    total,
    pages,
    counts,
    kinds,
    summary: summaryLine(counts, downSince && downSince.getTime(), now),
    hasAny: Object.values(counts).some((count) => count > 0),
    canEdit: canEdit(role),
    now,
    zone: timeZone,
    readAt,
  };
}
