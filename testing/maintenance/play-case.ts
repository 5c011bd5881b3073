import type { Status } from "#core/check/status.ts";
import type { MaintenanceDraft } from "#core/maintenance/maintenance-draft.ts";
import { DEFAULT_POLICY } from "#core/monitor/monitor.ts";
import { prisma } from "#db/client.ts";
import { judgeSilence } from "#db/health/judge-silence.ts";
import { createMaintenance } from "#db/maintenance/create-maintenance.ts";
import { deleteMaintenance } from "#db/maintenance/delete-maintenance.ts";
import { editMaintenance } from "#db/maintenance/edit-maintenance.ts";
import { endMaintenance } from "#db/maintenance/end-maintenance.ts";
import { keepMaintenance } from "#db/maintenance/keep-maintenance.ts";
import { createMonitor } from "#db/monitor/create-monitor.ts";
import { editMonitor } from "#db/monitor/edit-monitor.ts";
import { pauseMonitor } from "#db/monitor/pause-monitor.ts";
import { resumeMonitor } from "#db/monitor/resume-monitor.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { recordResults } from "#db/result/record-results.ts";
import { makeCheck } from "#testing/checks.ts";
import { makeChannel, makeTeam } from "#testing/makers.ts";

/**
 * A case of maintenance. `plans` are "02:00 60" (at, minutes) with `FREQ=…` behind where it recurs, and "for tag" or "for all" where it is
 * not for the monitor itself. `script` is what happens, in order: a time (UTC, of `day`, or "29T02:00" of another day of its month) and a
 * check's status or an act. `history` is the changes of health that make, `told` the messages, `incidents` how each began and ended.
 */
export type MaintenanceCase = {
  name: string;
  day?: string;
  zone?: string;
  plans?: string[];
  script: string;
  history: string;
  told?: string;
  incidents?: string;
};

export type Played = { history: string; told: string; incidents: string };

const DAY = "2026-11-10";
const MINUTE_MS = 60_000;
const STATUSES: readonly string[] = ["up", "degraded", "down", "unknown"];

/** Plays a case with the real database, and returns what came of it in the words of the case. */
export async function playCase({ day = DAY, zone = "UTC", plans = ["02:00 60"], script }: MaintenanceCase): Promise<Played> {
  const steps = script.split("|").map((step) => step.trim().split(" ") as [string, string, ...string[]]);
  const instant = (time: string) => Date.parse(time.includes("T") ? `${day.slice(0, 8)}${time}Z` : `${day}T${time}Z`);
  const begin = instant(steps[0]![0]) - MINUTE_MS;
  await ensurePartitions(begin);
  await ensurePartitions(instant(steps.at(-1)![0]));
  const team = await makeTeam();
  const told = { channelIds: [(await makeChannel(team)).id], policyId: null };
  const target = { kind: "smtp", host: "127.0.0.1", port: 25, tls: "none", ehloName: "probe.example.org" } as const;
  const policy = { ...DEFAULT_POLICY, intervalS: 60, confirmations: 1, incidentFrom: "degraded" } as const;
  const draft = { name: "Case", tags: [] as string[], target, policy, secret: { kind: "none" } as const };
  const made = await createMonitor(team.id, draft, told, begin);
  const { monitorId } = made as { monitorId: number };
  await prisma.health.update({ where: { monitorId }, data: { since: new Date(begin) } });
  const plan = (text: string): MaintenanceDraft => planOf(text, { day, zone, monitorId });
  const ids: number[] = [];
  const make = async (text: string, now: number) => {
    const { maintenanceId } = (await createMaintenance(team.id, plan(text), now)) as { maintenanceId: number };
    ids.push(maintenanceId);
  };
  for (const text of plans) await make(text, begin);

  for (const [time, act, ...rest] of steps) {
    const now = instant(time);
    const monitor = await prisma.monitor.findUniqueOrThrow({ where: { id: monitorId } });
    const tag = (tags: string[]) => editMonitor(team.id, monitorId, monitor.revision, { ...draft, tags }, told, now);
    const id = ids[0] ?? 0;
    if (STATUSES.includes(act)) await recordResults([await makeCheck(monitor, act as Status, now, 0)]);
    else if (act === "batch") {
      const checks = rest.map(async (each, index) => makeCheck(monitor, each as Status, now + index * MINUTE_MS, 0));
      await recordResults(await Promise.all(checks));
    } else if (act === "late") await recordResults([await makeCheck(monitor, rest[0] as Status, instant(rest[1]!), 0)]);
    else if (act === "duty") await keepMaintenance(now);
    else if (act === "silence") await judgeSilence(now);
    else if (act === "pause") await pauseMonitor(team.id, monitorId, "ann@example.org", now);
    else if (act === "resume") await resumeMonitor(team.id, monitorId, now);
    else if (act === "end") await endMaintenance(team.id, id, now);
    else if (act === "delete") await deleteMaintenance(team.id, id, now);
    else if (act === "edit") await editMaintenance(team.id, id, plan(rest.join(" ")), now);
    else if (act === "make") await make(rest.join(" "), now);
    else if (act === "tag") await tag(rest);
    else throw new Error(`No such act: ${act}`);
  }
  return seen(monitorId, day, begin);
}

function planOf(text: string, { day, zone, monitorId }: { day: string; zone: string; monitorId: number }): MaintenanceDraft {
  const [time = "", minutes = "", ...rest] = text.split(" ");
  const scope = rest.indexOf("for");
  const whom = scope === -1 ? null : rest[scope + 1];
  const rule = (scope === -1 ? rest : rest.slice(0, scope))[0] ?? null;
  const startsAt = time.includes("T") ? `${day.slice(0, 8)}${time}` : `${day}T${time}`;
  const isForAll = whom === "all";
  const tags = whom !== null && whom !== undefined && whom !== "all" ? [whom] : [];
  const monitorIds = whom === null ? [monitorId] : [];
  return { name: "Case", startsAt, timeZone: zone, durationMin: Number(minutes), rule, isForAll, tags, monitorIds };
}

async function seen(monitorId: number, day: string, begin: number): Promise<Played> {
  const timeOf = (at: Date) => {
    const [date = "", time = ""] = at.toISOString().split("T");
    const short = time.replace(/:00\.000Z$|\.000Z$/, "");
    return date === day ? short : `${date.slice(8)}T${short}`;
  };
  const transitions = await prisma.transition.findMany({ where: { monitorId }, orderBy: { id: "asc" } });
  const incidents = await prisma.incident.findMany({ where: { monitorId }, include: { events: true }, orderBy: { id: "asc" } });
  const deliveries = await prisma.delivery.findMany({ where: { monitorId }, orderBy: { id: "asc" } });
  const health = await prisma.health.findUniqueOrThrow({ where: { monitorId } });
  const broken = transitions.filter(({ from, at }, index) => {
    const before = transitions[index - 1];
    return from !== (before?.to ?? "unknown") || at.getTime() < (before?.at.getTime() ?? begin);
  });
  const isKept = health.status === (transitions.at(-1)?.to ?? "unknown");
  return {
    history: [
      ...transitions.map(({ at, to }) => `${timeOf(at)} ${to}`),
      ...(broken.length > 0 ? ["a history that does not fit together"] : []),
      ...(isKept ? [] : [`but health says ${health.status}`]),
    ].join(", "),
    told: deliveries.map(({ kind }) => kind.replace("incident_", "")).join(", "),
    incidents: incidents
      .map(({ startedAt, resolvedAt, events }) => {
        const isClosed = events.some(({ kind }) => kind === "closed_by_maintenance");
        return `${timeOf(startedAt)} to ${resolvedAt === null ? "now" : timeOf(resolvedAt)}${isClosed ? " closed" : ""}`;
      })
      .join(", "),
  };
}
