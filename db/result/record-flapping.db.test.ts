import { beforeAll, expect, test } from "vitest";
import type { Status } from "#core/check/status.ts";
import { prisma } from "#db/client.ts";
import { listIncidentEvents } from "#db/incident/list-incident-events.ts";
import { readMonitor } from "#db/monitor/read-monitor.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { makeCheck } from "#testing/checks.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { printFigure } from "#testing/print-figure.ts";
import { recordResults } from "./record-results.ts";

const START = Math.ceil(Date.now() / 60_000) * 60_000 + 60_000; // after the monitor was made
const MINUTES = 360;

beforeAll(() => ensurePartitions(START));

test(
  "down and up every two minutes for six hours is one open incident, told in four messages, and over once it is steady",
  { timeout: 120_000 },
  async () => {
    const team = await makeTeam();
    const monitor = await makeMonitor(team, { channels: [await makeChannel(team)], policy: { intervalS: 10, confirmations: 2 } });
    const { id: monitorId } = monitor;
    const messages = async () =>
      (await prisma.delivery.findMany({ where: { monitorId }, orderBy: { id: "asc" } })).map(({ kind }) => kind);
    const record = async (statusAt: (minute: number) => Status, fromMinute: number, toMinute: number) => {
      for (let slotS = fromMinute * 60; slotS < toMinute * 60; slotS += 10) {
        await recordResults([await makeCheck(monitor, statusAt(slotS / 60), START + slotS * 1000)]);
      }
    };

    await record((minute) => (Math.floor(minute / 2) % 2 === 1 ? "down" : "up"), 0, MINUTES);
    const open = await prisma.incident.findMany({ where: { monitorId, resolvedAt: null } });
    expect(open).toHaveLength(1);
    expect((await readMonitor(team.id, monitorId))!.flappingSince).not.toBeNull();
    expect(await messages()).toEqual(["incident_opened", "incident_resolved", "incident_flapping"]);

    await record(() => "up", MINUTES, MINUTES + 15);
    const told = await messages();
    printFigure("C04, down and up every 2 minutes for 6 h", `${open.length} open incident, ${told.length} messages`);
    expect(told).toEqual(["incident_opened", "incident_resolved", "incident_flapping", "incident_resolved"]);
    expect(await prisma.incident.count({ where: { monitorId, resolvedAt: null } })).toBe(0);
    expect((await readMonitor(team.id, monitorId))!.flappingSince).toBeNull();

    const events = (await listIncidentEvents(team.id, open[0]!.id)).map(({ event }) => event.kind);
    expect(events).toEqual(["first_failure", "confirmed", "opened", "flapping_began", "recovered", "steady_again"]);
    const downs = await prisma.transition.count({ where: { monitorId, to: "down" } });
    expect(downs).toBe(MINUTES / 4);
  },
);
