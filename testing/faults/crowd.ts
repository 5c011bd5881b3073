import { DEFAULT_POLICY, type Policy, type SmtpTarget } from "#core/monitor/monitor.ts";
import { phaseOf, targetHash, WINDOW_S, windowOf } from "#core/schedule/schedule.ts";
import { prisma } from "#db/client.ts";
import type { Channel, Team } from "#prisma/generated/client.ts";

/** Monitors that are all due at the same second. */
export type Crowd = { monitorIds: number[]; hosts: string[]; slotAt: number };

type Wishes = {
  count: number;
  port: number;
  target?: Partial<SmtpTarget>;
  policy?: Partial<Policy>;
  channel?: Channel;
  /** The host of each; an address of loopback of its own where it is left out. */
  hostOf?: (index: number) => string;
};

/** The leader queues a window 5 s before it opens, and whoever takes it loads it then. */
const LEAD_S = 7;
/** So many are made in a second where the machine is busy. */
const MADE_IN_A_SECOND = 100;
let nextId = 1_000_000;

/** The address of loopback that belongs to number `index` of a crowd: nobody waits for anybody's turn. */
export function loopbackAddress(index: number): string {
  return `127.1.${index >> 8}.${index & 255}`;
}

/** Makes them, due for the first time at the second second of the next window that nobody has loaded yet. */
export async function makeCrowd(team: Team, { count, port, channel, ...wishes }: Wishes): Promise<Crowd> {
  const policy = { ...DEFAULT_POLICY, timeLimitS: 30, confirmations: 0, ...wishes.policy };
  const slotS = windowOf(Date.now() / 1000 + LEAD_S + count / MADE_IN_A_SECOND) + WINDOW_S + 1;
  const monitorIds: number[] = [];
  for (; monitorIds.length < count; nextId += 1) {
    if (phaseOf(nextId, policy.intervalS) === slotS % policy.intervalS) monitorIds.push(nextId);
  }
  const hosts = monitorIds.map((_, index) => (wishes.hostOf ?? loopbackAddress)(index));
  await prisma.monitor.createMany({
    data: monitorIds.map((id, index) => {
      const host = hosts[index]!;
      const target: SmtpTarget = { kind: "smtp", host, port, tls: "none", ehloName: "probe.example", ...wishes.target };
      return { id, teamId: team.id, name: `Monitor ${id}`, kind: target.kind, target, targetHash: targetHash(host), ...policy };
    }),
  });
  await prisma.health.createMany({ data: monitorIds.map((monitorId) => ({ monitorId, status: "unknown" as const })) });
  if (channel)
    await prisma.monitorChannel.createMany({ data: monitorIds.map((monitorId) => ({ monitorId, channelId: channel.id })) });
  return { monitorIds, hosts, slotAt: slotS * 1000 };
}
