import { expect, onTestFinished, test } from "vitest";
import type { ChannelDraft } from "#core/channel/channel-draft.ts";
import { addChannel } from "#db/channel/add-channel.ts";
import { editChannel } from "#db/channel/edit-channel.ts";
import { prisma } from "#db/client.ts";
import { keepMailRoutes } from "#db/mail-route/keep-mail-routes.ts";
import { loadMailChannels } from "#db/mail-route/load-mail-channels.ts";
import { pool } from "#db/pool.ts";
import { makeChannel, makeTeam } from "#testing/makers.ts";
import { playDns, type DnsAnswer, type MailAnswer } from "#testing/server/play-dns.ts";
import { untilSo } from "#testing/until.ts";
import { log } from "./log.ts";
import { lookUpRoutes } from "./look-up-routes.ts";
import { watchOutage } from "./outage.ts";

type Zone = { mail: Record<string, MailAnswer>; hosts: Record<string, DnsAnswer> };

/** A worker that looks routes up, and the zone it finds, which may change. */
async function lookingUp(zone: Zone, smtpUrls: string[] = []): Promise<void> {
  const dns = await playDns((name, family) => (family === "A" ? (zone.hosts[name] ?? "nxdomain") : []), { mail: zone.mail });
  const outage = watchOutage(log, "the database");
  const stop = lookUpRoutes({ dns: { servers: [dns.address], secondServers: [] }, smtpUrls, outage });
  onTestFinished(async () => {
    await stop();
    await dns.close();
    await pool.query("delete from mail_route");
    await pool.query("delete from channel");
  });
}

const draft = (address: string): ChannelDraft => ({
  kind: "email",
  name: "Ops",
  config: { address },
  secrets: {},
  leadsTo: address,
  isVerified: true,
});
const looked = (teamId: number) =>
  untilSo(
    () => loadMailChannels(teamId),
    (channels) => channels.every(({ lookedAt, failedAt }) => lookedAt !== null || failedAt !== null),
    4_000, // and no sweep has come by
  );
const lookAgain = (name: string) => pool.query("update mail_route set next_at = now() where name = $1", [name]);
const notify = () => pool.query("select pg_notify('mail_route_wanted', '')");

test("a channel that is saved is looked up at once, and one that leads elsewhere now, too", async () => {
  const { id: teamId } = await makeTeam();
  await lookingUp({
    mail: { "example.com": ["10 mx1.example.com"], "example.net": ["0 ."] },
    hosts: { "mx1.example.com": ["192.0.2.1"] },
  });
  const channelId = await addChannel(teamId, draft("ops@example.com"));
  expect(await looked(teamId)).toMatchObject([
    { address: "ops@example.com", servers: [{ host: "mx1.example.com", port: 25, addresses: ["192.0.2.1"] }], failure: null },
  ]);
  await editChannel(teamId, channelId, () => draft("ops@example.net"));
  expect(await looked(teamId)).toMatchObject([{ address: "ops@example.net", servers: [] }]);
});

test("what cannot be looked up any more stays as it was, and says since when", async () => {
  const { id: teamId } = await makeTeam();
  const zone: Zone = { mail: { "example.com": ["10 mx1.example.com"] }, hosts: { "mx1.example.com": ["192.0.2.1"] } };
  await lookingUp(zone);
  await addChannel(teamId, draft("ops@example.com"));
  const [before] = await looked(teamId);

  zone.mail["example.com"] = "servfail";
  await lookAgain("example.com");
  await notify();
  const failed = () =>
    untilSo(
      () => loadMailChannels(teamId),
      ([channel]) => channel!.failedAt !== null,
      4_000,
    );
  const [first] = await failed();
  expect(first).toMatchObject({ servers: before!.servers, lookedAt: before!.lookedAt, failure: "servfail" });

  zone.mail["example.com"] = ["10 mx2.example.com"];
  await lookAgain("example.com");
  await notify();
  const [again] = await untilSo(
    () => loadMailChannels(teamId),
    ([channel]) => channel!.failedAt === null,
    4_000,
  );
  expect(again).toMatchObject({ servers: [{ host: "mx2.example.com", addresses: [] }], failure: null });
});

test("a server whose address cannot be found for a while keeps the one it had", async () => {
  const { id: teamId } = await makeTeam();
  const zone: Zone = { mail: { "example.com": ["10 mx1.example.com"] }, hosts: { "mx1.example.com": ["192.0.2.1"] } };
  await lookingUp(zone);
  await addChannel(teamId, draft("ops@example.com"));
  const [before] = await looked(teamId);
  zone.hosts["mx1.example.com"] = "servfail";
  await lookAgain("example.com");
  await notify();
  const [again] = await untilSo(
    () => loadMailChannels(teamId),
    ([channel]) => channel!.lookedAt! > before!.lookedAt!,
    4_000,
  );
  expect(again!.servers).toEqual(before!.servers);
});

test("the next look-up is in about an hour, and after a failure in about five minutes", async () => {
  const { id: teamId } = await makeTeam();
  await lookingUp({ mail: { "example.com": ["0 ."], "example.net": "servfail" }, hosts: {} });
  await addChannel(teamId, draft("ops@example.com"));
  await addChannel(teamId, draft("ops@example.net"));
  await looked(teamId);
  const { rows } = await pool.query<{ name: string; inS: number }>(
    `select name, extract(epoch from next_at - now())::float8 as "inS" from mail_route order by name`,
  );
  const [good, failed] = rows.map(({ inS }) => inS / 60);
  expect(good).toBeGreaterThan(44);
  expect(good).toBeLessThan(76);
  expect(failed).toBeGreaterThan(3.7);
  expect(failed).toBeLessThan(6.3);
});

test("our own relays are looked up by their names", async () => {
  await lookingUp({ mail: {}, hosts: { "relay.example.net": ["192.0.2.9"] } }, ["smtp://user:secret@relay.example.net"]);
  const [route] = await untilSo(
    () => prisma.mailRoute.findMany({ where: { isRelay: true, lookedAt: { not: null } } }),
    (rows) => rows.length === 1,
    4_000,
  );
  expect(route).toMatchObject({
    name: "relay.example.net:587",
    servers: [{ host: "relay.example.net", port: 587, addresses: ["192.0.2.9"] }],
  });
});

test("channels that came otherwise get their route, and a route that leads to nobody any more goes", async () => {
  const team = await makeTeam();
  await makeChannel(team, { to: "a@one.example" });
  const gone = await makeChannel(team, { to: "b@two.example" });
  await makeChannel(team, { to: "c@one.example" });
  expect(await keepMailRoutes()).toEqual({ added: 2, forgotten: 0 });
  await prisma.channel.delete({ where: { id: gone.id } });
  expect(await keepMailRoutes()).toEqual({ added: 0, forgotten: 1 });
  expect(await prisma.mailRoute.findMany({ select: { name: true } })).toEqual([{ name: "one.example" }]);
});
