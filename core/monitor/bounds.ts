import { canonicalAddress, classifyAddress } from "../check/address-class.ts";
import type { DenyList } from "./deny-list.ts";
import { MAIL_PORTS } from "./port.ts";

/**
 * How far what users make us connect to may reach. `ports` are the only ones, `ownAddresses` (in canonical spelling) are those of our own
 * machines, which are nobody's to watch; `denied` is what its owners do not want to be watched; what is left out bounds nothing.
 */
export type Bounds = {
  allowPrivate: boolean;
  ports?: readonly number[];
  ownAddresses?: ReadonlySet<string>;
  denied?: DenyList;
};

/** The settings that bound it. `ports` are the mail ports where nothing is said, and in embedded mode any. */
export type BoundsSettings = { isEmbedded: boolean; ports: readonly number[] | "any" | undefined; ownAddresses: Iterable<string> };

/** What the settings come to. On one's own machine one's own machine may be watched. */
export function boundsOf({ isEmbedded, ports = isEmbedded ? "any" : MAIL_PORTS, ownAddresses }: BoundsSettings): Bounds {
  const own = [...ownAddresses].map(canonicalAddress).filter((address) => address !== null);
  return {
    allowPrivate: isEmbedded,
    ...(ports === "any" ? {} : { ports }),
    ...(isEmbedded ? {} : { ownAddresses: new Set(own) }),
  };
}

/**
 * What is said of everything that is out of bounds, when it is saved and when it is checked. It is one sentence for private, reserved
 * and metadata addresses, for our own and for ports: nobody shall learn from it what there is behind us.
 */
export const OUT_OF_BOUNDS = "This address or port may not be watched from here.";

/** Whether an address literal is within bounds. It must then be connected to as this very literal, never by name. */
export function isAddressAllowed(literal: string, { allowPrivate, ownAddresses }: Bounds): boolean {
  const found = classifyAddress(literal);
  if (found !== "public" && !(found === "private" && allowPrivate)) return false;
  return ownAddresses === undefined || !ownAddresses.has(canonicalAddress(literal)!);
}

/** Whether a port is within bounds. */
export function isPortAllowed(port: number, { ports }: Bounds): boolean {
  return ports === undefined || ports.includes(port);
}

/** Which field of a target is out of bounds as it is written, before any name is looked up; null where none is. */
export function fieldOutOfBounds({ host, port }: { host: string; port: number }, bounds: Bounds): "host" | "port" | null {
  if (!isPortAllowed(port, bounds)) return "port";
  const literal = isLoopbackName(host) ? "127.0.0.1" : host;
  return canonicalAddress(literal) === null || isAddressAllowed(literal, bounds) ? null : "host";
}

/** `localhost` and all below it are this machine, and are never asked for (RFC 6761 section 6.3). */
export function isLoopbackName(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost");
}
