import type { ExpirySeen } from "#core/posture/expiry.ts";
import { organizationalDomain } from "#core/posture/organizational-domain.ts";
import { askRegistry } from "#network/ask-registry.ts";
import type { ProbeOptions } from "../probe.ts";

/** Registries are slow; so long at most is waited for one, in ms. */
const LIMIT_MS = 10_000;

/** Asks the registry how long the domain is registered, where this installation asks any. */
export async function gatherExpiry(
  domain: string,
  { rdapBootstrap = null, ...options }: ProbeOptions,
  leftMs: () => number,
): Promise<Omit<ExpirySeen, "now">> {
  const registered = organizationalDomain(domain);
  if (rdapBootstrap === null) return { domain: registered, fetched: { outcome: "no-service" } };
  const { ports: _, ...anyPort } = options; // those of mail servers
  const timeLimitMs = Math.max(1, Math.min(LIMIT_MS, leftMs()));
  return { domain: registered, fetched: await askRegistry(registered, { ...anyPort, bootstrap: rdapBootstrap, timeLimitMs }) };
}
