import { holdClosedPort } from "#testing/server/closed-port.ts";
import { fillBacklog } from "#testing/server/full-backlog.ts";
import { playDns, type PlayedDns } from "#testing/server/play-dns.ts";
import { play, type PlayedServer } from "#testing/server/play.ts";
import type { Dialogue } from "#testing/server/steps.ts";
import type { Behaviour, Zone } from "./behaviour.ts";

/** How a played server is reached. */
export type StageAddress = { host: string; port: number; dnsServers: string[]; secondDnsServers: string[] };

/** A behaviour being played. `close` rejects where a client did what its dialogue does not have. */
export type Stage = StageAddress & Pick<PlayedServer, "connected" | "left" | "close">;

const NAME = "mx.example";

/** Plays a behaviour to everybody who comes, with the resolvers that know its name, and with patience (see PlayOptions). */
export async function openStage({ dialogue, at = ["127.0.0.1"], zone, target }: Behaviour, { patience = 0 } = {}): Promise<Stage> {
  const { port, servers, ...venue } =
    at === "full" ? { ...(await fillBacklog()), servers: [] } : await playAt(at, dialogue, patience);
  const [first, second] = await resolvers(zone);
  return {
    host: target?.host ?? (zone === undefined ? "127.0.0.1" : NAME),
    port,
    dnsServers: first ? [first.address] : [],
    secondDnsServers: second ? [second.address] : [],
    connected: () => servers.reduce((sum, server) => sum + server.connected(), 0),
    left: async (withinMs) => (await Promise.all(servers.map((server) => server.left(withinMs)))).every(Boolean),
    close: async () => {
      await Promise.all([first?.close(), second?.close()]);
      await venue.close();
    },
  };
}

/** On one port of all these addresses; where there are none, a port that nobody listens at. */
async function playAt(hosts: readonly string[], dialogue: Dialogue, patience: number) {
  const servers: PlayedServer[] = [];
  const close = async () => void (await Promise.all(servers.map((server) => server.close())));
  for (const host of hosts) servers.push(await play(dialogue, { host, port: servers[0]?.port ?? 0, patience }));
  return servers[0] === undefined ? { ...(await holdClosedPort()), servers } : { port: servers[0].port, servers, close };
}

async function resolvers(zone: Zone | undefined): Promise<PlayedDns[]> {
  const zones = zone === undefined ? [] : [zone.first, ...(zone.second ? [zone.second] : [])];
  return Promise.all(zones.map((answers) => playDns((_, family) => answers(family))));
}
