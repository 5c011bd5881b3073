import { expect, test, vi } from "vitest";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { pauseMonitor } from "./pause-monitor.ts";
import { resumeMonitor } from "./resume-monitor.ts";

const read = (id: number) =>
  prisma.monitor.findUniqueOrThrow({
    where: { id },
    include: {
      health: true,
      transitions: { orderBy: { id: "asc" } },
      checkRequests: true,
      incidents: { include: { events: true } },
    },
  });

async function makeDown() {
  const team = await makeTeam();
  const { id } = await makeMonitor(team);
  const startedAt = new Date(Date.now() - 60_000);
  const reason = { code: "connect.refused", stage: "connect", reply: null, detail: null };
  const incident = await prisma.incident.create({
    data: { teamId: team.id, monitorId: id, startedAt, openedAt: startedAt, reason, slotAt: startedAt, locationId: 1 },
  });
  await prisma.health.update({
    where: { monitorId: id },
    data: {
      status: "down",
      reason: "connect.refused",
      since: startedAt,
      incidentId: incident.id,
      contraryCount: 1,
      contraryStatus: "up",
    },
  });
  return { team, id };
}

test("pausing a monitor that is down closes its incident, and its timeline says by whom", async () => {
  const { team, id } = await makeDown();
  expect(await pauseMonitor(team.id, id, "ann@example.org")).toBe(true);
  const monitor = await read(id);
  expect(monitor.pausedAt).not.toBeNull();
  expect(monitor.health).toMatchObject({
    status: "paused",
    reason: null,
    incidentId: null,
    contraryStatus: null,
    contraryCount: 0,
  });
  expect(monitor.transitions).toMatchObject([{ from: "down", to: "paused", at: monitor.health!.since }]);
  expect(monitor.incidents).toMatchObject([
    { endedAt: null, resolvedAt: monitor.health!.since, events: [{ kind: "closed_by_pause", detail: { by: "ann@example.org" } }] },
  ]);
  expect(await prisma.delivery.count({ where: { monitorId: id } })).toBe(0);
});

test("a resumed monitor is unknown and asks for a check", async () => {
  const { team, id } = await makeDown();
  await pauseMonitor(team.id, id, "ann@example.org");
  expect(await resumeMonitor(team.id, id)).toBe(true);
  const monitor = await read(id);
  expect(monitor).toMatchObject({ pausedAt: null, health: { status: "unknown", reason: null } });
  expect(monitor.transitions.map(({ from, to }) => `${from} ${to}`)).toEqual(["down paused", "paused unknown"]);
  expect(monitor.checkRequests).toHaveLength(1);
});

test("a page on a machine whose clock is wrong writes down when it was by the database's", async () => {
  const { team, id } = await makeDown();
  const asked = Date.now();
  const wrong = vi.spyOn(Date, "now").mockReturnValue(asked + 600_000);
  await pauseMonitor(team.id, id, "ann@example.org");
  await resumeMonitor(team.id, id);
  wrong.mockRestore();
  const { transitions } = await read(id);
  expect(transitions).toHaveLength(2);
  for (const { at } of transitions) expect(Math.abs(at.getTime() - asked)).toBeLessThan(60_000);
});

test("of two who pause at once only one does, and resuming what is not paused changes nothing", async () => {
  const team = await makeTeam();
  const { id } = await makeMonitor(team);
  expect(await resumeMonitor(team.id, id)).toBe(false);
  const paused = await Promise.all([pauseMonitor(team.id, id, "a@example.org"), pauseMonitor(team.id, id, "b@example.org")]);
  expect(paused.toSorted()).toEqual([false, true]);
  expect((await read(id)).transitions).toHaveLength(1);
});

test("another team can neither pause nor resume", async () => {
  const [team, stranger] = [await makeTeam(), await makeTeam()];
  const { id } = await makeMonitor(team);
  expect(await pauseMonitor(stranger.id, id, "eve@example.org")).toBe(false);
  await pauseMonitor(team.id, id, "ann@example.org");
  expect(await resumeMonitor(stranger.id, id)).toBe(false);
  expect((await read(id)).health).toMatchObject({ status: "paused" });
});
