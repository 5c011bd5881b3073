import type { InboundPlace } from "#core/mailflow/inbound-place.ts";
import { keepInboundAddress } from "#db/inbound/keep-inbound-address.ts";
import { env } from "#env.ts";

/** Where mail for a monitor of the viewer's comes to us, or for one that does not exist yet (null). Its address is made where it has none yet. */
export async function inboundPlace(monitorId: number | null): Promise<InboundPlace> {
  const domain = env.INBOUND_DOMAIN;
  const token = domain === "" || monitorId === null ? null : await keepInboundAddress({ monitorId });
  return { domain, address: token && `${token}@${domain}` };
}
