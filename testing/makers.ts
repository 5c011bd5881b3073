import { randomBytes } from "node:crypto";
import type { Role } from "#core/account/role.ts";
import type { BlocklistTarget } from "#core/blocklist/blocklist-target.ts";
import type { DomainTarget } from "#core/domain/domain-target.ts";
import { DEFAULT_ESCALATION_POLICY } from "#core/escalation/escalation-policy.ts";
import { DEFAULT_POLICY, type MailflowTarget, type Policy } from "#core/monitor/monitor.ts";
import { targetHash } from "#core/schedule/schedule.ts";
import { prisma } from "#db/client.ts";
import type { Channel, EscalationPolicy, Monitor, Team, User } from "#prisma/generated/client.ts";
import { playedTarget, type PlayedTarget } from "./server/played-target.ts";

const some = () => randomBytes(4).toString("hex");

/** A team, ready to own things. */
export function makeTeam(name = `Team ${some()}`): Promise<Team> {
  return prisma.team.create({ data: { name } });
}

/** A user, and what they may do in a team: in a new one of their own unless one is given. Nobody can sign in with this password hash. */
export async function makeUser({
  email = `${some()}@example.org`,
  team,
  role = "owner",
}: { email?: string; team?: Team; role?: Role } = {}): Promise<User> {
  const { id: teamId } = team ?? (await makeTeam());
  return prisma.user.create({ data: { email, passwordHash: "none", memberships: { create: { teamId, role } } } });
}

type MonitorWishes = {
  name?: string;
  target?: PlayedTarget | MailflowTarget | BlocklistTarget | DomainTarget;
  policy?: Partial<Policy>;
  tags?: string[];
  pausedAt?: Date;
  channels?: Channel[];
};

/** A monitor of a team with its health row, as saving the form makes one. */
export function makeMonitor(
  team: Team,
  { name = `Monitor ${some()}`, channels = [], ...wishes }: MonitorWishes = {},
): Promise<Monitor> {
  const wished = wishes.target ?? {};
  const isWhole = wished.kind === "mailflow" || wished.kind === "blocklist" || wished.kind === "domain";
  const target = isWhole ? wished : playedTarget(wished, { host: "127.0.0.1", port: 25 });
  return prisma.monitor.create({
    data: {
      teamId: team.id,
      name,
      kind: target.kind,
      target,
      targetHash: targetHash(target.host),
      ...DEFAULT_POLICY,
      ...wishes.policy,
      tags: wishes.tags,
      pausedAt: wishes.pausedAt,
      health: { create: { status: wishes.pausedAt ? "paused" : "unknown" } },
      channels: { create: channels.map(({ id }) => ({ channelId: id })) },
    },
  });
}

/** An escalation policy of a team, which tells as one does where there is none. */
export function makePolicy(team: Team): Promise<EscalationPolicy> {
  return prisma.escalationPolicy.create({ data: { teamId: team.id, name: `Policy ${some()}`, policy: DEFAULT_ESCALATION_POLICY } });
}

/** An e-mail channel of a team, its address confirmed. */
export function makeChannel(team: Team, { name = `Channel ${some()}`, to = `${some()}@example.org` } = {}): Promise<Channel> {
  const config = { address: to };
  return prisma.channel.create({ data: { teamId: team.id, kind: "email", name, config, leadsTo: to, verifiedAt: new Date() } });
}
