import { boundsOf, type Bounds, type BoundsSettings } from "#core/monitor/bounds.ts";
import { env } from "#env.ts";
import type { Logger } from "./log.ts";
import { findOwnAddresses } from "./own-addresses.ts";

/** How far what users make this worker connect to may reach, on these ports: as its settings and its own addresses have it. */
export async function ownBounds(ports: BoundsSettings["ports"], log: Logger): Promise<Bounds> {
  const { EMBEDDED, DATABASE_URL, REDIS_URL, SMTP_URLS, NEXTAUTH_URL } = env;
  const urls = [DATABASE_URL, ...(REDIS_URL === undefined ? [] : [REDIS_URL]), ...SMTP_URLS, NEXTAUTH_URL];
  const ownAddresses = EMBEDDED ? [] : [...env.SELF_ADDRESSES, ...(await findOwnAddresses(urls, log))];
  return boundsOf({ isEmbedded: EMBEDDED, ports, ownAddresses });
}
