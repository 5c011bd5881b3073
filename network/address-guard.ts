import { isAddressAllowed, isPortAllowed, type Bounds } from "#core/monitor/bounds.ts";

/** What the guard lets through, in the order it came, and whether it kept anything back. */
export type Guarded = { allowed: string[]; hasKeptBack: boolean };

/**
 * The address guard: of the addresses a name has, those that may be connected to on this port. Each must be connected to as the very
 * literal that was checked here; looking the name up again would let it change its mind. Every address is judged, whatever the others
 * were, so that all refusals take the same time.
 */
export function guardAddresses(addresses: readonly string[], port: number, bounds: Bounds): Guarded {
  const judged = addresses.filter((address) => isAddressAllowed(address, bounds));
  const allowed = isPortAllowed(port, bounds) ? judged : [];
  return { allowed, hasKeptBack: allowed.length < addresses.length };
}
