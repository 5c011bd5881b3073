import { env } from "#env.ts";

/** The addresses checks come from, for whoever wants to tell our connections from others. */
export function listProbeAddresses(): readonly string[] {
  return env.PROBE_ADDRESSES;
}
