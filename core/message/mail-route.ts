import { canonicalAddress } from "../check/address-class.ts";

/** A server on the way of a mail: the name it is found by and its port, the names that one stands for (CNAME), and its addresses. */
export type MailServer = { host: string; port: number; aliases: string[]; addresses: string[] };

/** Where mail from server to server arrives. */
export const MX_PORT = 25;
/** Where a relay takes mail unless its URL says otherwise, as nodemailer has it. */
const RELAY_PORTS: Readonly<Record<string, number>> = { "smtp:": 587, "smtps:": 465 };

/** How long the answer to one look-up is good for, in ms. */
const KEPT_MS = 3_600_000;
/** What could not be looked up is asked for again after this long. */
const AGAIN_MS = 300_000;

/** The domain of an e-mail address, as it is looked up. */
export function mailDomainOf(address: string): string {
  return nameOf(address.slice(address.lastIndexOf("@") + 1));
}

/** A host or a domain in the one spelling that counts: lower case, without the root dot; an address literal as such. */
export function nameOf(host: string): string {
  const name = host
    .trim()
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/^\[(.*)\]$/, "$1");
  return canonicalAddress(name) ?? name;
}

/** A relay of ours: its server, and the name its route is kept under. */
export type Relay = Pick<MailServer, "host" | "port"> & { name: string };

/** The relay that a URL (`smtp://user:password@relay.example.net:587`) leads to. */
export function relayOf(url: string): Relay {
  const { protocol, hostname, port } = new URL(url);
  return relayNamed(`${hostname}:${port === "" ? (RELAY_PORTS[protocol] ?? MX_PORT) : port}`);
}

/** The relay whose route is kept under a name (`relay.example.net:587`). */
export function relayNamed(name: string): Relay {
  const at = name.lastIndexOf(":");
  const [host, port] = [nameOf(name.slice(0, at)), Number(name.slice(at + 1))];
  return { name: `${host}:${port}`, host, port };
}

/** URLs of relays in the order in which to try them: those that are down (by their names) last. */
export function soundFirst(urls: readonly string[], down: ReadonlySet<string>): string[] {
  const isDown = (url: string) => down.has(relayOf(url).name);
  return [...urls.filter((url) => !isDown(url)), ...urls.filter(isDown)];
}

/** When a route is looked up again, in ms from now: an hour, or a few minutes after a failure; `chance` (0 to 1) spreads them. */
export function lookUpAfterMs(hasFailed: boolean, chance: number): number {
  return Math.round((hasFailed ? AGAIN_MS : KEPT_MS) * (0.75 + 0.5 * chance));
}

/**
 * The servers of a route after a look-up. Whose addresses could not be found this time has the ones it had: a resolver in trouble does not
 * take a server off its address.
 */
export function withAddressesKept(found: readonly MailServer[], before: readonly MailServer[]): MailServer[] {
  return found.map((server) => {
    if (server.addresses.length > 0) return server;
    return { ...server, addresses: before.find(({ host }) => host === server.host)?.addresses ?? [] };
  });
}
