import type { Reason } from "#core/reason.ts";
import type { Facts } from "#core/result.ts";
import { resolveHost } from "#network/resolver.ts";
import type { Session } from "#network/session.ts";

/** The stage `dns` of every kind: finds the addresses of the target's host. */
export async function resolve(session: Session, host: string, servers: readonly string[], facts: Facts): Promise<Reason | null> {
  const resolution = await resolveHost(host, servers, session.deadline);
  if ("failure" in resolution) return { code: `dns.${resolution.failure}`, stage: "dns", reply: null, detail: resolution.detail };
  facts.addresses = resolution.addresses;
  resolution.warnings.forEach((warning) => session.warn(warning));
  if (resolution.source !== "literal") session.note(`${host} is ${resolution.addresses.join(", ")} (${resolution.source})`);
  return null;
}
