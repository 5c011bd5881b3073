import { expect, test } from "vitest";
import { DEFAULT_ESCALATION_POLICY } from "#core/escalation/escalation-policy.ts";
import type { MailServer } from "#core/message/mail-route.ts";
import type { SmtpTarget } from "#core/monitor/monitor.ts";
import { env } from "#env.ts";
import type { Monitor, Team } from "#prisma/generated/client.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { makeIncident } from "#testing/outbox.ts";
import { prisma } from "../client.ts";
import { openEscalations } from "../escalation/open-escalations.ts";
import { takeSteps } from "../escalation/take-steps.ts";
import { inTransaction } from "../transaction.ts";
import { listDownRelays } from "./list-down-relays.ts";
import { loadEndangered } from "./load-endangered.ts";

const MX1: MailServer = { host: "mx1.example.com", port: 25, aliases: [], addresses: ["192.0.2.1", "2001:db8::1"] };

const endangered = async (team: Team) => [...(await inTransaction((client) => loadEndangered(client, team.id)))];

/** A team with an e-mail channel whose mail arrives through a server, at a domain of its own. */
async function teamWithMail(servers: MailServer[] = [MX1]) {
  const team = await makeTeam();
  const domain = `team${team.id}.example`;
  const channel = await makeChannel(team, { to: `ops@${domain}` });
  await prisma.mailRoute.create({ data: { name: domain, isRelay: false, servers, lookedAt: new Date() } });
  return { team, channel };
}

type Health = { status: "down" | "up" | "maintenance"; lastStatus?: "down" | "up" };
async function watch(team: Team, target: Partial<SmtpTarget>, health: Health, seenAt: string[] = []): Promise<Monitor> {
  const monitor = await makeMonitor(team, { target });
  await prisma.health.update({ where: { monitorId: monitor.id }, data: { ...health, revision: 1 } });
  const facts = { addresses: seenAt };
  await prisma.seen.create({ data: { monitorId: monitor.id, revision: 1, at: new Date(), facts, memory: {} } });
  return monitor;
}

test.each<[string, Partial<SmtpTarget>, string[]]>([
  ["by its name", { host: "mx1.example.com", port: 587 }, []],
  ["by an address it was last seen at", { host: "smtp.hoster.example" }, ["192.0.2.1"]],
  ["by an IPv6 address spelled otherwise", { host: "2001:db8:0::1" }, []],
])("a channel is endangered while a monitor of its team finds its server down, %s", async (_, target, seenAt) => {
  const { team, channel } = await teamWithMail();
  const monitor = await watch(team, target, { status: "up" }, seenAt);
  expect(await endangered(team)).toEqual([]);
  await prisma.health.update({ where: { monitorId: monitor.id }, data: { status: "down" } });
  expect(await endangered(team)).toEqual([channel.id]);
});

test("neither another server, nor another team's monitor, nor a paused one endangers it; a server that is down in maintenance does", async () => {
  const { team, channel } = await teamWithMail();
  await watch(team, { host: "mx2.example.com" }, { status: "down" }, ["192.0.2.2"]);
  await watch(await makeTeam(), { host: "mx1.example.com" }, { status: "down" });
  const paused = await watch(team, { host: "mx1.example.com" }, { status: "down" });
  await prisma.monitor.update({ where: { id: paused.id }, data: { pausedAt: new Date() } });
  expect(await endangered(team)).toEqual([]);
  const maintained = await watch(team, { host: "mx1.example.com" }, { status: "maintenance", lastStatus: "up" });
  expect(await endangered(team)).toEqual([]);
  await prisma.health.update({ where: { monitorId: maintained.id }, data: { lastStatus: "down" } });
  expect(await endangered(team)).toEqual([channel.id]);
});

test("a mailbox that lets nobody in does not endanger it, unless its machine cannot be reached", async () => {
  const { team, channel } = await teamWithMail();
  const monitor = await watch(team, { host: "mx1.example.com", port: 993 }, { status: "down" });
  const because = (reason: string) => prisma.health.update({ where: { monitorId: monitor.id }, data: { reason } });
  await prisma.monitor.update({ where: { id: monitor.id }, data: { kind: "imap" } });
  await because("login.reply");
  expect(await endangered(team)).toEqual([]);
  await because("connect.timeout");
  expect(await endangered(team)).toEqual([channel.id]);
});

test("after an edit the addresses seen before are those of another server", async () => {
  const { team } = await teamWithMail();
  const monitor = await watch(team, { host: "elsewhere.example" }, { status: "down" }, ["192.0.2.1"]);
  await prisma.monitor.update({ where: { id: monitor.id }, data: { revision: 2 } });
  expect(await endangered(team)).toEqual([]);
});

test("a server that was never seen to work is known by the addresses of its latest failure", async () => {
  const { team, channel } = await teamWithMail();
  const monitor = await makeMonitor(team, { target: { host: "smtp.hoster.example" } });
  await prisma.health.update({ where: { monitorId: monitor.id }, data: { status: "down", revision: 1 } });
  for (const [minute, addresses] of [["192.0.2.9"], ["192.0.2.1"]].entries()) {
    const rest = { status: "down", stages: [], warnings: [], lines: [], locationId: 1 } as const;
    await prisma.transcript.create({
      data: { monitorId: monitor.id, slotAt: new Date(Date.UTC(2026, 10, 28, 12, minute)), facts: { addresses }, ...rest },
    });
  }
  expect(await endangered(team)).toEqual([channel.id]);
});

test("where every relay is down no mail leaves, and the one that is comes last", async () => {
  const { team, channel } = await teamWithMail([{ ...MX1, host: "mx.elsewhere.example", addresses: [] }]);
  const [only] = env.SMTP_URLS;
  const { hostname, port } = new URL(only!);
  expect(await listDownRelays(env.SMTP_URLS)).toEqual(new Set());
  await watch(team, { host: hostname, port: Number(port) + 1 }, { status: "down" });
  expect(await endangered(team)).toEqual([]); // on loopback another port is another server
  await watch(team, { host: hostname, port: Number(port) }, { status: "down" });
  expect(await endangered(team)).toEqual([channel.id]);
  expect(await listDownRelays(env.SMTP_URLS)).toEqual(new Set([`${hostname}:${port}`]));
});

test("word of an incident goes out by mail and by the contact's next channel, while the mail's server is down", async () => {
  const { team, channel: mail } = await teamWithMail();
  await watch(team, { host: "mx1.example.com" }, { status: "down" });
  const sms = await prisma.channel.create({
    data: { teamId: team.id, kind: "sms", name: "SMS", config: {}, verifiedAt: new Date() },
  });
  const channels = { create: [mail, sms].map(({ id: channelId }, position) => ({ channelId, position })) };
  const { id: contactId } = await prisma.contact.create({ data: { teamId: team.id, name: "Ann", channels } });
  const incident = await makeIncident(await watch(team, { host: "elsewhere.example" }, { status: "down" }));
  const step = { afterS: 0, tell: [{ contactId }] };
  const policy = { ...DEFAULT_ESCALATION_POLICY, down: { steps: [step], repeat: null } };
  await inTransaction((client) =>
    openEscalations(client, [{ incidentId: incident.id, severity: "down", policy, isFlapping: false }]),
  );
  expect(await takeSteps(10)).toEqual({ looked: 1, faults: [] });
  const outbox = await prisma.delivery.findMany({ where: { incidentId: incident.id }, orderBy: { id: "asc" } });
  expect(outbox.map(({ channelId, kind }) => ({ channelId, kind }))).toEqual(
    [mail, sms].map(({ id }) => ({ channelId: id, kind: "incident_opened" })),
  );
});
