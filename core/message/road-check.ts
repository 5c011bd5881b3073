import { isLoopbackName } from "../monitor/bounds.ts";
import { nameOf, type MailServer } from "./mail-route.ts";

/** A monitor as the road check sees it: the host and port it watches, and the addresses that host was last seen at. */
export type Watched = { monitorId: number; name: string; host: string; port: number; addresses: readonly string[] };

/** A server on the way of a mail that a team watches, and by which monitors. */
export type Crossing = { host: string; monitors: { monitorId: number; name: string }[] };

/**
 * Where the mail of an e-mail channel meets what its team watches: the servers it arrives through, whether those are all it can arrive
 * through, and our own relays where every one of them is watched (while one is not, mail leaves through that).
 */
export type RoadCheck = { arrives: Crossing[]; isOnlyWay: boolean; leaves: Crossing[] };

/** The ways of mail: the servers a channel's domain takes it through, and our relays. */
export type MailWay = { servers: readonly MailServer[]; relays: readonly MailServer[] };

/**
 * Says which servers are watched, by their names and by their addresses, whatever the port: what takes a machine away takes all its ports. On
 * loopback, where everything of a machine is, another port is another server.
 */
export type FindCrossings = (servers: readonly MailServer[]) => Crossing[];

/** Makes ready for many questions about the same monitors. */
export function crossingsWith(watched: readonly Watched[]): FindCrossings {
  const byName = new Map<string, Watched[]>();
  for (const each of watched) {
    const names = new Set([each.host, ...each.addresses].map((name) => placeOf(name, each.port)));
    for (const name of names)
      byName
        .set(name, byName.get(name) ?? [])
        .get(name)!
        .push(each);
  }
  return (servers) =>
    servers.flatMap(({ host, port, aliases, addresses }) => {
      const found = new Set([host, ...aliases, ...addresses].flatMap((name) => byName.get(placeOf(name, port)) ?? []));
      const monitors = [...found].map(({ monitorId, name }) => ({ monitorId, name }));
      return monitors.length === 0 ? [] : [{ host, monitors }];
    });
}

function placeOf(host: string, port: number): string {
  const name = nameOf(host);
  return isLoopbackName(name) || name === "::1" || /^127\.\d+\.\d+\.\d+$/.test(name) ? `${name} ${port}` : name;
}

/** Checks the road of one channel. */
export function checkRoad({ servers, relays }: MailWay, find: FindCrossings): RoadCheck {
  const arrives = find(servers);
  const leaves = find(relays);
  return { arrives, isOnlyWay: arrives.length === servers.length, leaves: leaves.length === relays.length ? leaves : [] };
}

/** Whether mail may not get through while what was asked about is down. */
export function isEndangered({ arrives, leaves }: RoadCheck): boolean {
  return arrives.length > 0 || leaves.length > 0;
}

/** The monitors whose server a channel's mail needs, each once. */
export function monitorsOn({ arrives, leaves }: RoadCheck): Crossing["monitors"] {
  const all = [...arrives, ...leaves].flatMap(({ monitors }) => monitors);
  return all.filter(({ monitorId }, index) => all.findIndex((other) => other.monitorId === monitorId) === index);
}
