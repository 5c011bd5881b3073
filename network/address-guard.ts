import { isAddressAllowed, isPortAllowed, type Bounds } from "#core/monitor/bounds.ts";

/**
 * What the guard lets through, in the order it came, and whether it kept anything back; `isDenied` where nothing is left only because whoever
 * runs the server does not want it to be watched.
 */
export type Guarded = { allowed: string[]; hasKeptBack: boolean; isDenied: boolean };

/**
 * The address guard: of the addresses a name has, those that may be connected to on this port. Each must be connected to as the very
 * literal that was checked here; looking the name up again would let it change its mind. Every address is judged, whatever the others
 * were, so that all refusals take the same time.
 */
export function guardAddresses(
  { host, port }: { host: string; port: number },
  addresses: readonly string[],
  bounds: Bounds,
): Guarded {
  const judged = addresses.filter((address) => isAddressAllowed(address, bounds));
  const within = isPortAllowed(port, bounds) ? judged : [];
  const allowed = withoutDenied(host, within, bounds);
  return { allowed, hasKeptBack: allowed.length < addresses.length, isDenied: allowed.length === 0 && within.length > 0 };
}

function withoutDenied(host: string, addresses: string[], { denied }: Bounds): string[] {
  if (denied === undefined) return addresses;
  return denied.hasName(host) ? [] : addresses.filter((address) => !denied.hasAddress(address));
}
