import { env } from "#env.ts";

/** The addresses checks come from, for whoever wants to tell our connections from others. */
export function listProbeAddresses(): readonly string[] {
  return env.PROBE_ADDRESSES;
}

/** Who we are to somebody whose server is checked; `contact` is an address or a URL. */
export function aboutProbes() {
  return {
    addresses: env.PROBE_ADDRESSES,
    ehloName: env.EHLO_NAME,
    contact: env.ABUSE_CONTACT ?? env.NEXTAUTH_URL,
  };
}
