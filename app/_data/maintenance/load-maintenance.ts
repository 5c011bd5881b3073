import { notFound } from "next/navigation";
import { requireViewer, type Viewer } from "#app/_data/viewer.ts";
import { canEdit } from "#core/account/role.ts";
import { parseId } from "#core/form/parse-id.ts";
import { maintenanceValuesOf, newMaintenanceValues } from "#core/maintenance/maintenance-form-values.ts";
import type { MaintenanceSummary } from "#core/maintenance/maintenance-summary.ts";
import { planWords } from "#core/maintenance/maintenance-words.ts";
import { lastOccurrence, maintenanceAt, nextMaintenance } from "#core/maintenance/maintenance.ts";
import { listMaintenance, type MaintenanceRow } from "#db/maintenance/list-maintenance.ts";
import { listMonitorNames } from "#db/monitor/list-monitor-names.ts";
import { listTags } from "#db/monitor/list-tags.ts";

/** The maintenance of the viewer's team: what is on, what is to come (the soonest first), and what is over (the latest first). */
export async function loadMaintenanceList() {
  const readAt = Date.now();
  const viewer = await requireViewer();
  const all = (await listMaintenance(viewer.teamId)).map((row) => summaryOf(row, readAt));
  return {
    readAt,
    zone: viewer.timeZone,
    canEdit: canEdit(viewer.role),
    on: all.filter(({ on }) => on !== null).toSorted((a, b) => a.on!.to - b.on!.to),
    upcoming: all.filter(({ on, next }) => on === null && next !== null).toSorted((a, b) => a.next!.from - b.next!.from),
    past: all.filter(({ on, next }) => on === null && next === null).toSorted((a, b) => (b.last?.from ?? 0) - (a.last?.from ?? 0)),
  };
}

/** The form for a new maintenance, and what there is to choose from. The ids of `monitor` in the address, separated by commas, are ticked. */
export async function loadNewMaintenance(monitorText: unknown) {
  const viewer = await requireViewer();
  const choices = await choicesOf(viewer);
  const values = newMaintenanceValues(Date.now(), viewer.timeZone);
  const wanted = new Set(typeof monitorText === "string" ? monitorText.split(",").map(parseId) : []);
  const ticked = choices.monitors.flatMap(({ monitorId }) => (wanted.has(monitorId) ? [monitorId] : []));
  return {
    canEdit: canEdit(viewer.role),
    zone: viewer.timeZone,
    choices,
    values: ticked.length > 0 ? { ...values, scope: "monitors", monitors: ticked.join(",") } : values,
  };
}

/** A maintenance of the viewer's team with its form; not found for any other. */
export async function loadMaintenance(idText: string) {
  const readAt = Date.now();
  const viewer = await requireViewer();
  const maintenanceId = parseId(idText) ?? notFound();
  const row = (await listMaintenance(viewer.teamId, maintenanceId))[0] ?? notFound();
  return {
    readAt,
    zone: viewer.timeZone,
    canEdit: canEdit(viewer.role),
    maintenance: summaryOf(row, readAt),
    choices: await choicesOf(viewer),
    values: maintenanceValuesOf({ ...row, monitorIds: row.named.map(({ monitorId }) => monitorId) }),
  };
}

function summaryOf(row: MaintenanceRow, now: number): MaintenanceSummary {
  const { maintenanceId, name, isForAll, tags, named, monitors } = row;
  const [on, next] = [maintenanceAt([row], now), nextMaintenance([row], now)];
  const last = on === null && next === null ? lastOccurrence(row, row.createdAt.getTime(), now) : null;
  return { maintenanceId, name, words: planWords(row), isForAll, tags, named, monitors, on, next, last };
}

async function choicesOf(viewer: Viewer) {
  const [monitors, tags] = await Promise.all([listMonitorNames(viewer.teamId), listTags(viewer.teamId)]);
  return { monitors, tags: tags.map(({ tag }) => tag) };
}
