import { beforeEach, expect, test } from "vitest";
import type { Monitor, Team } from "#prisma/generated/client.ts";
import { makeMonitor, makeTeam, makeUser } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { deleteMonitor } from "../monitor/delete-monitor.ts";
import { beginRun } from "./begin-run.ts";
import { beginTrialRun } from "./begin-trial-run.ts";
import { claimSending } from "./claim-sending.ts";
import { deleteOldRuns } from "./delete-old-runs.ts";
import { listMissing } from "./list-missing.ts";
import { noteFound } from "./note-found.ts";
import { noteSent } from "./note-sent.ts";
import type { RunRow } from "./run-row.ts";

const INTERVAL_S = 300;
const INTERVAL_MS = INTERVAL_S * 1_000;
const NO_LIMITS = { ofTeam: 0, toDomain: 0 };
const TO = ["ada@example.org"];

let team: Team;
let monitor: Monitor;
let slotAt: number;

beforeEach(async () => {
  team = await makeTeam();
  monitor = await makeMonitor(team, { policy: { intervalS: INTERVAL_S } });
  slotAt = Math.floor(Date.now() / 1_000) * 1_000 - 60_000;
  await prisma.mailflowDomainUse.deleteMany();
});

const begin = ({ at = slotAt, revision = 1, looksAgain = false, of = monitor } = {}) =>
  beginRun({ teamId: team.id, monitorId: of.id, revision, slotAt: at, intervalS: INTERVAL_S, looksAgain });
const begun = async (...wish: Parameters<typeof begin>) => {
  const run = await begin(...wish);
  if (run === "over") throw new Error("The run is over.");
  return run;
};
const send = ({ token }: RunRow, limits = NO_LIMITS, to: readonly string[] = TO) => claimSending(token, to, limits);
const find = (looking: RunRow, { token } = looking) =>
  noteFound(looking.token, { token, arrivedAt: Date.now(), folder: "INBOX", isJunk: false });
const use = async () => ({
  team: (await prisma.mailflowTeamUse.findFirst({ where: { teamId: team.id } }))?.taken,
  domain: (await prisma.mailflowDomainUse.findFirst({ where: { domain: "example.org" } }))?.taken,
});

test("whoever takes a slot up again has the same run, however many do, and its message is sent once", async () => {
  const runs = await Promise.all(Array.from({ length: 20 }, () => begun()));
  expect(new Set(runs.map(({ token }) => token)).size).toBe(1);
  expect(runs[0]!.token).toMatch(/^[a-z0-9]{25}$/);
  const claims = await Promise.all(runs.map((run) => send(run)));
  expect(claims.filter((held) => held === null)).toHaveLength(1);
  expect(claims.filter((held) => held?.because === "underway")).toHaveLength(19);
  expect(await begun()).toMatchObject({ token: runs[0]!.token, sentAt: expect.any(Number), isAccepted: false });
  expect(await use()).toEqual({ team: 1, domain: 1 });
});

test("each slot has a token of its own, and each monitor", async () => {
  const other = await makeMonitor(team);
  const runs = [await begun(), await begun({ at: slotAt + INTERVAL_MS }), await begun({ of: other })];
  expect(new Set(runs.map(({ token }) => token)).size).toBe(3);
});

test("the clock of an accepted message begins when it was accepted, and the first word about it counts", async () => {
  const run = await begun();
  await send(run);
  const { sentAt } = await begun();
  expect(await noteSent(run.token, "accepted")).toBe(true);
  expect(await noteSent(run.token, "refused")).toBe(false);
  expect(await noteSent(run.token, "unconfirmed")).toBe(false);
  const after = await begun();
  expect(after).toMatchObject({ token: run.token, isAccepted: true });
  expect(after.sentAt).toBeGreaterThanOrEqual(sentAt!);
});

test("where nobody can tell whether it was accepted it is not sent again (H45)", async () => {
  const run = await begun();
  await send(run);
  await noteSent(run.token, "unconfirmed");
  expect(await begun()).toMatchObject({ isAccepted: false, sentAt: expect.any(Number) });
  expect(await send(run)).toEqual({ because: "underway" });
});

test("one that was refused is counted no more, and whoever looks again sends it", async () => {
  const run = await begun();
  await send(run, NO_LIMITS, ["a@example.org", "b@example.org"]);
  expect(await use()).toEqual({ team: 2, domain: 2 });
  expect(await noteSent(run.token, "refused")).toBe(true);
  expect(await noteSent(run.token, "refused")).toBe(false);
  expect(await use()).toEqual({ team: 0, domain: 0 });
  expect(await begun({ at: slotAt + 6_000, looksAgain: true })).toEqual({ token: run.token, sentAt: null, isAccepted: false });
  expect(await send(run)).toBeNull();
  expect(await use()).toEqual({ team: 1, domain: 1 });
});

test("who looks again within the interval looks for the same message, and the next slot sends one of its own", async () => {
  const run = await begun();
  await send(run);
  await noteSent(run.token, "accepted");
  expect(await begun({ looksAgain: true })).toMatchObject({ token: run.token, isAccepted: true }); // a vote
  expect(await begun({ at: slotAt + 6_000, looksAgain: true })).toMatchObject({ token: run.token });
  expect(await begun({ at: slotAt + INTERVAL_MS - 1_000, looksAgain: true })).toMatchObject({ token: run.token });
  expect(await prisma.mailflowRun.count({ where: { monitorId: monitor.id } })).toBe(1);
  const next = await begun({ at: slotAt + INTERVAL_MS });
  expect(next).toMatchObject({ sentAt: null });
  expect(await begun({ at: slotAt + INTERVAL_MS + 6_000, looksAgain: true })).toMatchObject({ token: next.token });
});

test("there is nothing to look for once its message was found, after an edit, or when the monitor is gone", async () => {
  const run = await begun();
  await send(run);
  expect(await begin({ revision: 2 })).toBe("over");
  await find(run);
  expect(await begin()).toBe("over");
  expect(await begin({ at: slotAt + 6_000, looksAgain: true })).toBe("over");

  const unsent = await begun({ at: slotAt + INTERVAL_MS });
  expect(await begun({ at: slotAt + INTERVAL_MS, revision: 2 })).toMatchObject({ token: unsent.token, sentAt: null });

  await deleteMonitor(team.id, monitor.id);
  expect(await begin({ at: slotAt + 2 * INTERVAL_MS })).toBe("over");
  expect(await prisma.mailflowRun.count({ where: { monitorId: monitor.id } })).toBe(0);
});

test("a message of an earlier run is missing until it is found, once, and by its own monitor only", async () => {
  const early = await begun({ at: slotAt - 2 * INTERVAL_MS });
  await send(early);
  const unsent = await begun({ at: slotAt - INTERVAL_MS });
  const stale = await begun({ at: slotAt - 86_400_000 });
  await send(stale);
  const now = await begun();
  await send(now);
  expect(await listMissing(monitor.id, now.token)).toEqual([{ token: early.token, sentAt: expect.any(Number) }]);
  const stranger = await begun({ of: await makeMonitor(team) });
  expect(await find(stranger, early)).toBe(false);
  expect(await find(now, early)).toBe(true);
  expect(await find(now, early)).toBe(false);
  expect(await listMissing(monitor.id, now.token)).toEqual([]);
  expect(await prisma.mailflowRun.findUniqueOrThrow({ where: { token: early.token } })).toMatchObject({
    folder: "INBOX",
    isJunk: false,
    foundAt: expect.any(Date),
    arrivedAt: expect.any(Date),
  });
  expect(await prisma.mailflowRun.findUniqueOrThrow({ where: { token: unsent.token } })).toMatchObject({ foundAt: null });
});

test("of thirty who send at once to a domain that may have ten more, ten do, over all teams (S12)", async () => {
  const limits = { ofTeam: 0, toDomain: 10 };
  const teams = await Promise.all(Array.from({ length: 3 }, () => makeTeam()));
  const monitors = await Promise.all(Array.from({ length: 30 }, (_, at) => makeMonitor(teams[at % 3]!)));
  const runs = await Promise.all(
    monitors.map(({ id, teamId }) =>
      beginRun({ teamId, monitorId: id, revision: 1, slotAt, intervalS: INTERVAL_S, looksAgain: false }),
    ),
  );
  const claims = await Promise.all(runs.map((run) => send(run as RunRow, limits)));
  expect(claims.filter((held) => held === null)).toHaveLength(10);
  expect(claims.find((held) => held !== null)).toEqual({ because: "domain-limit", domain: "example.org", most: 10 });
  expect(await use()).toMatchObject({ domain: 10 });
  expect(await prisma.mailflowRun.count({ where: { teamId: { in: teams.map(({ id }) => id) }, sentAt: { not: null } } })).toBe(10);
});

test("a team has its own share of a day, each recipient counts, and what does not fit is not begun", async () => {
  const limits = { ofTeam: 3, toDomain: 0 };
  const [one, two, three] = [await begun(), await begun({ at: slotAt - 1_000 }), await begun({ at: slotAt - 2_000 })];
  expect(await send(one, limits, ["a@example.org", "b@example.net"])).toBeNull();
  expect(await send(two, limits, ["a@example.org", "b@example.net"])).toEqual({ because: "team-limit", most: 3 });
  expect(await use()).toEqual({ team: 2, domain: 1 });
  expect(await send(three, limits, ["a@example.org"])).toBeNull();
  expect(await begun({ at: slotAt - 1_000 })).toMatchObject({ sentAt: null });
  await prisma.mailflowTeamUse.updateMany({ where: { teamId: team.id }, data: { day: new Date("2026-01-01") } });
  expect(await send(two, limits)).toBeNull(); // another day
});

test("a trial has a run that belongs to no monitor, once, and counts as any other", async () => {
  const { id: userId } = await makeUser({ team });
  const { id: trialId } = await prisma.trial.create({ data: { teamId: team.id, userId, target: {}, timeLimitS: 30 } });
  const run = (await beginTrialRun(trialId))!;
  expect(run).toMatchObject({ sentAt: null });
  await expect(beginTrialRun(trialId)).rejects.toThrow(/trial_id/);
  expect(await send(run, { ofTeam: 1, toDomain: 0 })).toBeNull();
  expect(await send(await begun(), { ofTeam: 1, toDomain: 0 })).toEqual({ because: "team-limit", most: 1 });
  expect(await find(run)).toBe(true);
  await prisma.trial.delete({ where: { id: trialId } });
  expect(await prisma.mailflowRun.count({ where: { token: run.token } })).toBe(0);
  expect(await beginTrialRun(trialId)).toBeNull();
});

test("runs are forgotten when no chart shows them any more", async () => {
  const old = await begun({ at: slotAt - 96 * 86_400_000 });
  const young = await begun({ at: slotAt - 94 * 86_400_000 });
  expect(await deleteOldRuns()).toBe(1);
  const left = await prisma.mailflowRun.findMany({ where: { monitorId: monitor.id } });
  expect(left.map(({ token }) => token)).toEqual([young.token]);
  expect(left).not.toContainEqual(expect.objectContaining({ token: old.token }));
});
