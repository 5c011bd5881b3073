import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import type { Status } from "#core/check/status.ts";
import { DEFAULT_ESCALATION_POLICY } from "#core/escalation/escalation-policy.ts";
import { prisma } from "#db/client.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import type { FinishedCheck } from "#db/result/finished-check.ts";
import { recordResults } from "#db/result/record-results.ts";
import type { Monitor } from "#prisma/generated/client.ts";
import { makeCheck } from "#testing/checks.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { listIncidentEvents } from "./list-incident-events.ts";
import { resolveByHand } from "./resolve-by-hand.ts";

const START = Math.ceil(Date.now() / 60_000) * 60_000 + 60_000; // after the monitors were made
const AT_ONCE = { intervalS: 60, confirmations: 0 };

beforeAll(() => ensurePartitions(START));

/** A check of each monitor in some minute. */
function checksOf(monitors: readonly Monitor[], status: Status, minute: number): Promise<FinishedCheck[]> {
  return Promise.all(monitors.map((monitor) => makeCheck(monitor, status, START + minute * 60_000)));
}

/** One batch of them. */
async function recordAll(...of: Parameters<typeof checksOf>): Promise<void> {
  await recordResults(await checksOf(...of));
}

const incidentsOf = (monitor: Monitor) => prisma.incident.findMany({ where: { monitorId: monitor.id }, orderBy: { id: "asc" } });
const policyOf = async (monitor: Monitor) => {
  const { id } = (await incidentsOf(monitor))[0]!;
  return (await prisma.escalation.findUniqueOrThrow({ where: { incidentId: id } })).policy;
};

test("of monitors that fall in one batch each has its own incident, policy, beginning and message", async () => {
  const team = await makeTeam();
  const other = await makeTeam();
  const channel = await makeChannel(team);
  const ownPolicy = { ...DEFAULT_ESCALATION_POLICY, acknowledgedForS: 1_700 };
  const tagPolicy = { ...DEFAULT_ESCALATION_POLICY, acknowledgedForS: 2_300 };
  const own = await prisma.escalationPolicy.create({ data: { teamId: team.id, name: "Own", policy: ownPolicy } });
  await prisma.escalationPolicy.create({ data: { teamId: team.id, name: "By tag", policy: tagPolicy, tags: ["mx"] } });
  const wishes = { policy: AT_ONCE, channels: [channel] };
  const handled = await makeMonitor(team, wishes);
  const open = await makeMonitor(team, wishes);
  const plain = await makeMonitor(team, wishes);
  const tagged = await makeMonitor(team, { ...wishes, tags: ["mx"] });
  const foreign = await makeMonitor(other, { policy: AT_ONCE, channels: [await makeChannel(other)] });
  const chosen = await prisma.monitor.update({ where: { id: plain.id }, data: { policyId: own.id } });
  const all = [handled, open, chosen, tagged, foreign];

  await recordAll(all, "up", 0);
  await recordAll([handled, open], "down", 1);
  await resolveByHand(team.id, (await incidentsOf(handled))[0]!.id, { email: "ada@example.org" }, "The disk is being changed.");
  await recordAll(all, "down", 2);

  expect(await Promise.all(all.map(async (monitor) => (await incidentsOf(monitor)).length))).toEqual([1, 1, 1, 1, 1]);
  expect(await policyOf(chosen)).toEqual(ownPolicy);
  expect(await policyOf(tagged)).toEqual(tagPolicy);
  expect(await policyOf(foreign)).toEqual(DEFAULT_ESCALATION_POLICY);
  for (const monitor of [chosen, tagged, foreign]) {
    const [incident] = await incidentsOf(monitor);
    const events = await listIncidentEvents(monitor.teamId, incident!.id);
    expect(events.map(({ event }) => event.kind)).toEqual(["first_failure", "opened"]);
    expect(events[0]).toMatchObject({ event: { location: "local", slotAt: new Date(START + 120_000).toISOString() } });
    const { incidentId } = await prisma.health.findUniqueOrThrow({ where: { monitorId: monitor.id } });
    expect(incidentId).toBe(incident!.id);
  }
  expect(await prisma.delivery.count({ where: { incidentId: (await incidentsOf(foreign))[0]!.id } })).toBe(1);

  await recordAll(all, "up", 3);
  for (const monitor of [chosen, tagged, foreign, open]) {
    const [incident] = await incidentsOf(monitor);
    expect(incident).toMatchObject({ resolvedAt: expect.any(Date), endedAt: expect.any(Date) });
    expect((await listIncidentEvents(monitor.teamId, incident!.id)).map(({ event }) => event.kind)).toContain("recovered");
    expect(await prisma.delivery.count({ where: { incidentId: incident!.id } })).toBe(2);
    expect(await prisma.health.findUniqueOrThrow({ where: { monitorId: monitor.id } })).toMatchObject({ incidentId: null });
  }
});

test("a hundred that fall and come back together take as many queries as one", async () => {
  const team = await makeTeam();
  const channels = [await makeChannel(team)];
  const monitors: Monitor[] = [];
  for (let n = 0; n < 101; n++) monitors.push(await makeMonitor(team, { policy: AT_ONCE, channels }));
  const [one, ...many] = monitors as [Monitor, ...Monitor[]];
  await recordAll(monitors, "up", 0);
  const query = vi.spyOn(pg.Client.prototype, "query");
  const queriesOf = async (checks: FinishedCheck[]) => {
    query.mockClear();
    await recordResults(checks);
    return query.mock.calls.length;
  };
  for (const [minute, status] of [
    [1, "down"],
    [2, "up"],
  ] as const) {
    const together = await checksOf(many, status, minute);
    const alone = await checksOf([one], status, minute);
    expect(await queriesOf(together)).toBe(await queriesOf(alone));
  }
  query.mockRestore();
  expect(await prisma.incident.count({ where: { teamId: team.id } })).toBe(101);
});
