import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_POLICY } from "#core/monitor/monitor.ts";
import type { SmtpTarget } from "#core/monitor/monitor.ts";
import type { MonitorDraft } from "#core/monitor/parse-monitor-form.ts";
import { targetHash } from "#core/schedule/schedule.ts";
import { makeChannel, makePolicy, makeTeam } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { listen, stopListening } from "../listen.ts";
import { pool } from "../pool.ts";
import { openSecret } from "../secret/open-secret.ts";
import { TOPICS } from "../topic.ts";
import { createMonitor } from "./create-monitor.ts";

const server: SmtpTarget = { kind: "smtp", host: "mx1.example.com", port: 25, tls: "starttls", ehloName: "probe.example.net" };
const draft: MonitorDraft = {
  name: "<b>Mail in</b>",
  tags: ["berlin", "mail in"],
  target: server,
  policy: DEFAULT_POLICY,
  secret: { kind: "none" },
};
const heard: string[] = [];
const telling = (...channels: { id: number }[]) => ({ channelIds: channels.map(({ id }) => id), policyId: null });

beforeAll(() => {
  for (const topic of TOPICS) listen(topic, (payload) => heard.push(`${topic} ${payload}`));
});
afterAll(stopListening);

async function isListening(): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select from pg_stat_activity where datname = current_database() and query = $1 and state = 'idle'`,
    [`listen ${TOPICS.at(-1)}`],
  );
  return rowCount === 1;
}

test("a new monitor is unknown, tells the channels that were ticked and asks for its first check", async () => {
  await expect.poll(isListening).toBe(true);
  const team = await makeTeam();
  const channels = [await makeChannel(team), await makeChannel(team)];
  const made = await createMonitor(team.id, draft, telling(...channels));
  const { monitorId } = made as { monitorId: number };

  const monitor = await prisma.monitor.findUniqueOrThrow({
    where: { id: monitorId },
    include: { health: true, channels: true, checkRequests: true, transitions: true },
  });
  expect(monitor).toMatchObject({
    teamId: team.id,
    name: "<b>Mail in</b>",
    tags: draft.tags,
    kind: "smtp",
    target: draft.target,
    revision: 1,
    ...draft.policy,
  });
  expect(monitor.targetHash).toBe(targetHash("mx1.example.com"));
  expect(monitor.health).toMatchObject({ status: "unknown", reason: null, lastSlotAt: null });
  expect(monitor.channels.map(({ channelId }) => channelId)).toEqual(channels.map(({ id }) => id));
  expect(monitor.checkRequests).toMatchObject([{ userId: null, claimedAt: null }]);
  expect(monitor.transitions).toEqual([]);
  await expect
    .poll(() => heard)
    .toEqual(
      expect.arrayContaining([
        `check_requested ${monitor.checkRequests[0]!.id}`,
        `monitor_changed ${monitorId}`,
        `team_seen ${team.id}`,
      ]),
    );
});

test("another team's channel is refused, and nothing is left behind", async () => {
  const [team, stranger] = [await makeTeam(), await makeTeam()];
  const [own, foreign] = [await makeChannel(team), await makeChannel(stranger)];
  expect(await createMonitor(team.id, draft, telling(own, foreign))).toBe("foreign-channel");
  expect(await createMonitor(team.id, draft, telling(own, { id: 2_000_000_000 }))).toBe("foreign-channel");
  expect(await prisma.monitor.count({ where: { teamId: team.id } })).toBe(0);
});

test("it may have a policy of its team, and with another team's nothing is made", async () => {
  const [team, stranger] = [await makeTeam(), await makeTeam()];
  const [own, foreign] = [(await makePolicy(team)).id, (await makePolicy(stranger)).id];
  for (const policyId of [foreign, 2_000_000_000]) {
    expect(await createMonitor(team.id, draft, { channelIds: [], policyId })).toBe("foreign-policy");
  }
  expect(await prisma.monitor.count({ where: { teamId: team.id } })).toBe(0);
  const made = await createMonitor(team.id, draft, { channelIds: [], policyId: own });
  const { monitorId } = made as { monitorId: number };
  expect(await prisma.monitor.findUniqueOrThrow({ where: { id: monitorId } })).toMatchObject({ policyId: own });
});

test("a monitor may tell nobody, and a channel ticked twice is told once", async () => {
  const team = await makeTeam();
  const channel = await makeChannel(team);
  const quiet = (await createMonitor(team.id, draft, telling())) as { monitorId: number };
  const twice = (await createMonitor(team.id, draft, telling(channel, channel))) as { monitorId: number };
  expect(await prisma.monitorChannel.count({ where: { monitorId: quiet.monitorId } })).toBe(0);
  expect(await prisma.monitorChannel.count({ where: { monitorId: twice.monitorId } })).toBe(1);
});

test("what a monitor logs in with is stored sealed, for it alone, and goes nowhere else", async () => {
  const team = await makeTeam();
  const login = { mechanism: "best", username: "ada" } as const;
  const secret = { kind: "new", secret: "correct horse" } as const;
  const made = await createMonitor(team.id, { ...draft, target: { ...server, login }, secret }, telling());
  const { monitorId } = made as { monitorId: number };
  const row = await prisma.monitor.findUniqueOrThrow({ where: { id: monitorId } });
  const sealed = Buffer.from(row.secret!);
  expect(openSecret({ owner: { teamId: team.id, monitorId }, secret: sealed })).toBe("correct horse");
  expect(JSON.stringify([row.target, ...heard])).not.toContain("horse");
});

test("one that logs in needs a secret, and one that does not keeps none", async () => {
  const team = await makeTeam();
  const login = { mechanism: "best", username: "ada" } as const;
  expect(await createMonitor(team.id, { ...draft, target: { ...server, login } }, telling())).toBe("secret-needed");
  const stored = { ...draft, target: { ...server, login }, secret: { kind: "stored" } as const };
  expect(await createMonitor(team.id, stored, telling())).toBe("secret-needed");
  expect(await prisma.monitor.count({ where: { teamId: team.id } })).toBe(0);

  const made = await createMonitor(team.id, { ...draft, secret: { kind: "new", secret: "for nothing" } }, telling());
  const { monitorId } = made as { monitorId: number };
  expect(await prisma.monitor.findUniqueOrThrow({ where: { id: monitorId } })).toMatchObject({ secret: null });
});
