import { lookUpAfterMs, relayNamed, relayOf, withAddressesKept } from "#core/message/mail-route.ts";
import { claimMailRoutes, type DueMailRoute } from "#db/mail-route/claim-mail-routes.ts";
import { finishMailRoute } from "#db/mail-route/finish-mail-route.ts";
import { addRelayRoutes } from "#db/mail-route/keep-mail-routes.ts";
import type { AskedServers } from "#network/dns/dns-servers.ts";
import { findMailServers, findServer } from "#network/mail-servers.ts";
import { onWake } from "./on-wake.ts";
import type { Outage } from "./outage.ts";

type Means = { dns: AskedServers; smtpUrls: readonly string[]; outage: Outage };

const SWEEP_EVERY_MS = 5_000;
const MOST_AT_ONCE = 20;
const LOOK_UP_WITHIN_MS = 10_000;

/** Looks up the servers that mail passes, those of our own relays too: when somebody asks for it, and again and again. Returns what ends it. */
export function lookUpRoutes({ dns, smtpUrls, outage }: Means): () => Promise<void> {
  const relays = smtpUrls.map((url) => relayOf(url).name);
  let areThere = false;
  return onWake("mail_route_wanted", SWEEP_EVERY_MS, outage, async () => {
    if (!areThere) await addRelayRoutes(relays);
    areThere = true;
    const due = await claimMailRoutes(MOST_AT_ONCE);
    await Promise.all(due.map((route) => lookUp(route, dns)));
  });
}

async function lookUp(route: DueMailRoute, dns: AskedServers): Promise<void> {
  const found = route.isRelay
    ? await findServer(relayNamed(route.name), dns, LOOK_UP_WITHIN_MS)
    : await findMailServers(route.name, dns, LOOK_UP_WITHIN_MS);
  const nextInMs = lookUpAfterMs("failure" in found, Math.random());
  const kept = "servers" in found ? { servers: withAddressesKept(found.servers, route.servers ?? []) } : found;
  await finishMailRoute(route, kept, nextInMs);
}
