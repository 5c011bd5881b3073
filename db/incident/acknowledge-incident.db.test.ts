import { expect, test } from "vitest";
import { makeMonitor, makeTeam, makeUser } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { acknowledgeIncident } from "./acknowledge-incident.ts";
import { listIncidentDeliveries } from "./list-incident-deliveries.ts";
import { listIncidentEvents } from "./list-incident-events.ts";
import { listIncidents } from "./list-incidents.ts";
import { listMonitorIncidents } from "./list-monitor-incidents.ts";
import { listTroubledMonitors } from "./list-troubled-monitors.ts";
import { readIncident } from "./read-incident.ts";
import { undoAcknowledge } from "./undo-acknowledge.ts";

const reason = { code: "greeting.reply", stage: "greeting", reply: { code: 554, enhanced: null, lines: ["No"] }, detail: null };
const at = new Date("2026-05-05T10:00:00Z");
const ALL = { isOpen: false, monitorId: null };

async function makeIncident({ resolvedAt = null }: { resolvedAt?: Date | null } = {}) {
  const team = await makeTeam();
  const [user, monitor] = [await makeUser({ team }), await makeMonitor(team)];
  const incident = await prisma.incident.create({
    data: { teamId: team.id, monitorId: monitor.id, startedAt: at, openedAt: at, resolvedAt, reason, slotAt: at, locationId: 1 },
  });
  return { team, monitor, incident, by: { userId: user.id, email: user.email } };
}

test("the first to acknowledge an incident is kept, and the timeline says who", async () => {
  const { team, incident, by } = await makeIncident();
  const answers = await Promise.all([acknowledgeIncident(team.id, incident.id, by), acknowledgeIncident(team.id, incident.id, by)]);
  expect(answers.toSorted()).toEqual([false, true]);
  expect(await readIncident(team.id, incident.id)).toMatchObject({
    acknowledgedBy: by.email,
    acknowledgedAt: expect.any(Date),
    reason,
  });
  expect(await listIncidentEvents(team.id, incident.id)).toMatchObject([{ event: { kind: "acknowledged", by: by.email } }]);
});

test("who acknowledged may take it back, and then it is anybody's again", async () => {
  const { team, incident, by } = await makeIncident();
  expect(await undoAcknowledge(team.id, incident.id, by)).toBe(false);
  await acknowledgeIncident(team.id, incident.id, by);
  expect(await undoAcknowledge((await makeTeam()).id, incident.id, by)).toBe(false);
  expect(await undoAcknowledge(team.id, incident.id, by)).toBe(true);
  expect(await readIncident(team.id, incident.id)).toMatchObject({ acknowledgedBy: null, acknowledgedAt: null });
  expect(await acknowledgeIncident(team.id, incident.id, by)).toBe(true);
  const events = (await listIncidentEvents(team.id, incident.id)).map(({ event }) => event.kind);
  expect(events).toEqual(["acknowledged", "unacknowledged", "acknowledged"]);
});

test("what is over needs nobody to take it on", async () => {
  const { team, incident, by } = await makeIncident({ resolvedAt: at });
  expect(await acknowledgeIncident(team.id, incident.id, by)).toBe(false);
});

test("another team's incident is as good as none", async () => {
  const { team, monitor, incident, by } = await makeIncident();
  await acknowledgeIncident(team.id, incident.id, by);
  const stranger = await makeTeam();
  expect(await acknowledgeIncident(stranger.id, incident.id, by)).toBe(false);
  expect(await readIncident(stranger.id, incident.id)).toBeNull();
  expect(await listIncidentEvents(stranger.id, incident.id)).toEqual([]);
  expect(await listIncidentDeliveries(stranger.id, incident.id)).toEqual([]);
  expect(await listMonitorIncidents(stranger.id, monitor.id, at, 10)).toEqual([]);
  expect(await listIncidents(stranger.id, ALL, { limit: 10, offset: 0 })).toEqual({ incidents: [], total: 0, open: 0 });
});

test("open incidents come first, and those that were over before the window are left out of it", async () => {
  const { team, monitor } = await makeIncident({ resolvedAt: at });
  const earlier = new Date(at.getTime() - 3_600_000);
  const open = await prisma.incident.create({
    data: { teamId: team.id, monitorId: monitor.id, startedAt: earlier, openedAt: earlier, reason, slotAt: earlier, locationId: 1 },
  });
  const { incidents, total, open: openCount } = await listIncidents(team.id, ALL, { limit: 10, offset: 0 });
  expect(incidents[0]!.incidentId).toBe(open.id);
  expect({ total, openCount }).toEqual({ total: 2, openCount: 1 });
  const page = { limit: 10, offset: 0 };
  expect((await listIncidents(team.id, { isOpen: true, monitorId: null }, page)).incidents.map((each) => each.incidentId)).toEqual([
    open.id,
  ]);
  const other = await makeMonitor(team);
  expect(await listIncidents(team.id, { isOpen: false, monitorId: other.id }, page)).toEqual({ incidents: [], total: 0, open: 0 });
  expect((await listIncidents(team.id, { isOpen: false, monitorId: monitor.id }, page)).total).toBe(2);
  expect(await listTroubledMonitors(team.id, null)).toEqual([{ monitorId: monitor.id, name: monitor.name }]);
  const byName = [monitor, other].map(({ id, name }) => ({ monitorId: id, name })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  expect(await listTroubledMonitors(team.id, other.id)).toEqual(byName);
  expect(await listTroubledMonitors((await makeTeam()).id, monitor.id)).toEqual([]);
  const later = new Date(at.getTime() + 1);
  expect((await listMonitorIncidents(team.id, monitor.id, later, 10)).map((each) => each.incidentId)).toEqual([open.id]);
});
