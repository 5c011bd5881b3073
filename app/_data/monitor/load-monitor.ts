import { canEdit } from "#core/account/role.ts";
import type { CheckId } from "#core/check/check-id.ts";
import { detailText } from "#core/check/detail-text.ts";
import type { Dialogue } from "#core/check/dialogue.ts";
import type { KnownLocation } from "#core/check/known-location.ts";
import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import { diagnosisOfServer } from "#core/diagnosis/server-told.ts";
import type { IncidentSummary } from "#core/incident/incident-summary.ts";
import { latencyBuckets, latencyOverall, parseLatencyMeasure } from "#core/latency/latency.ts";
import { maintenanceAt, nextMaintenance, type MaintenancePlan } from "#core/maintenance/maintenance.ts";
import type { SearchParams } from "#core/monitor/monitor-query.ts";
import { receivesMail } from "#core/script/receives-mail.ts";
import { parseTimeWindow, timeWindowMs } from "#core/time/time-window.ts";
import { dayBars, dayFigures, lastDays } from "#core/uptime/day-bars.ts";
import { untilNow } from "#core/uptime/until-now.ts";
import { askedDays, stretchOf, stretchOfDays, UPTIME_WINDOWS } from "#core/uptime/uptime-window.ts";
import { uptimeOf } from "#core/uptime/uptime.ts";
import { listChanges } from "#db/change/list-changes.ts";
import { listMonitorIncidents } from "#db/incident/list-monitor-incidents.ts";
import { listLocations } from "#db/location/list-locations.ts";
import { deliverySeries } from "#db/mailflow/delivery-series.ts";
import { listPlans } from "#db/maintenance/list-plans.ts";
import type { MonitorDetail } from "#db/monitor/read-monitor.ts";
import { latencySeries } from "#db/result/latency-series.ts";
import { latestChecks } from "#db/result/latest-checks.ts";
import { latestContraryChecks } from "#db/result/latest-contrary-checks.ts";
import { readGoodTranscript } from "#db/transcript/read-good-transcript.ts";
import { listTransitionsSince } from "#db/transition/list-transitions-since.ts";
import { listTransitions } from "#db/transition/list-transitions.ts";
import { loadTellingOf } from "../alerting/load-policies.ts";
import { loadListings } from "../blocklist/load-listings.ts";
import { loadRoadsThrough } from "../road-check.ts";
import { inboundPlace } from "./inbound-place.ts";
import { latestDialogue } from "./latest-dialogue.ts";
import { requireMonitor } from "./require-monitor.ts";

const DAYS = 90;
const CHECKS = 20;
const INCIDENTS = 200;
const TRANSITIONS = 30;
const CHANGES = 30;

/** All that the page of a monitor shows. A monitor of another team is as good as none. */
export async function loadMonitor(idText: string, search: SearchParams) {
  const readAt = Date.now();
  const { viewer, monitor } = await requireMonitor(idText);
  const { teamId, timeZone } = viewer;
  const { monitorId } = monitor;

  const now = Date.now();
  const window = parseTimeWindow(search.window);
  const measure = parseLatencyMeasure(search.latency);
  const onlyContrary = search.checks === "failed";
  const days = lastDays(now, timeZone, DAYS);
  const asked = askedDays(search, now, timeZone);
  const own = asked.range && stretchOfDays(asked.range, now, timeZone);
  const since = new Date(Math.min(days[0]!.from, now - timeWindowMs("90d")));
  const uptimeSince = new Date(Math.min(since.getTime(), own?.from ?? now));
  const [
    tallies,
    healthChanges,
    incidents,
    latest,
    contrary,
    transitions,
    changes,
    good,
    plans,
    locations,
    roads,
    telling,
    delivery,
    inbound,
    listings,
  ] = await Promise.all([
    latencySeries(teamId, monitorId, window, now),
    listTransitionsSince(teamId, [monitorId], uptimeSince),
    listMonitorIncidents(teamId, monitorId, since, INCIDENTS),
    latestChecks(teamId, monitorId, CHECKS),
    onlyContrary ? latestContraryChecks(teamId, monitorId, CHECKS) : null,
    listTransitions(teamId, monitorId, TRANSITIONS),
    listChanges(teamId, monitorId, CHANGES),
    readGoodTranscript(teamId, monitorId, new Date(now), monitor.goodSlotAt),
    listPlans([monitorId]),
    listLocations(),
    loadRoadsThrough(teamId, monitorId),
    loadTellingOf(teamId, monitor),
    monitor.target.kind === "mailflow" ? deliverySeries(teamId, monitorId, window, now) : null,
    monitor.target.kind === "mailflow" && receivesMail(monitor.target.script) ? inboundPlace(monitorId) : null,
    monitor.target.kind === "blocklist" ? loadListings(teamId, monitorId, monitor.target, now) : null,
  ]);
  const found = await latestDialogue(teamId, monitorId, [...latest, ...transitions], good);
  const known = untilNow(healthChanges.get(monitorId) ?? [], monitor);
  return {
    readAt,
    now,
    telling,
    zone: timeZone,
    canEdit: canEdit(viewer.role),
    monitor,
    trouble: troubleOf(monitor, incidents, found),
    latency: {
      window,
      measure,
      buckets: latencyBuckets(tallies, window, now, measure),
      overall: latencyOverall(tallies, measure),
    },
    delivery,
    inbound,
    listings,
    uptimes: UPTIME_WINDOWS.map((each) => {
      const stretch = stretchOf(each, now, timeZone);
      return { window: each, ...stretch, uptime: uptimeOf(known, stretch.from, stretch.to) };
    }),
    days: { ...asked, own: own && { ...own, uptime: uptimeOf(known, own.from, own.to) } },
    maintenance: maintenanceOf(plans.get(monitorId) ?? [], monitor, now),
    bars: dayBars(known, days).map(dayFigures),
    roads,
    incidents,
    checks: contrary ?? latest,
    onlyContrary,
    transitions,
    changes,
    ...placesOf(monitor, locations),
    seen: monitor.lastFacts ?? (good && { facts: good.facts, at: good.slotAt }),
    found,
  };
}

/** What is wrong with a monitor, and the check that shows it, where it is kept. */
export type MonitorTrouble = { diagnosis: Diagnosis; detail: string | null; check: CheckId | null };

/** What a bad status means and what to do, from what the server said where the open incident or the latest dialogue knows it. */
function troubleOf(
  { status, reason, target }: MonitorDetail,
  incidents: IncidentSummary[],
  found: Dialogue | null,
): MonitorTrouble | null {
  if (reason === null || status === "up" || status === "paused") return null;
  const open = incidents.find((incident) => incident.resolvedAt === null);
  const shown = [open, found].find((each) => each?.reason?.code === reason);
  const seen = shown?.reason ?? { code: reason, stage: null, reply: null, detail: null };
  return {
    diagnosis: diagnosisOfServer(seen, target),
    detail: shown?.reason ? detailText(shown.reason) : null,
    check: shown ? { slotAt: shown.slotAt.getTime(), locationId: shown.locationId } : null,
  };
}

/** Where a monitor is checked from, where there is more than one place it could be, and which of these are left out. */
function placesOf({ locationIds }: MonitorDetail, locations: readonly KnownLocation[]) {
  const own = locationIds.length === 0 ? locations : locations.filter(({ locationId }) => locationIds.includes(locationId));
  return {
    places: locations.length > 1 ? own.map(({ name }) => name) : [],
    leftOut: own.filter(({ cutOffSince }) => cutOffSince !== null),
  };
}

/** Until when a monitor is in maintenance, and when it will be next. Paused wins. */
function maintenanceOf(plans: readonly MaintenancePlan[], { status }: MonitorDetail, now: number) {
  return { on: status === "paused" ? null : maintenanceAt(plans, now), next: nextMaintenance(plans, now) };
}
