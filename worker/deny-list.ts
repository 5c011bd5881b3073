import type { DenyList } from "#core/monitor/deny-list.ts";
import { readDenyList } from "#db/denied-target/read-deny-list.ts";
import { onWake } from "./on-wake.ts";
import { onceThere } from "./once-there.ts";
import type { Outage } from "./outage.ts";

/** In case a notification was lost: whoever wants to be left alone is within a minute. */
const READ_EVERY_MS = 20_000;

/** The deny list as this worker knows it: what is asked of it is answered by what was read last. */
export type KeptDenyList = { denied: DenyList; stop(this: void): Promise<void> };

/** Reads the deny list, without which nothing may be connected to, and again whenever it changes. */
export async function keepDenyList(outage: Outage): Promise<KeptDenyList> {
  let latest = await onceThere(outage, readDenyList);
  const stop = onWake("denied_targets_changed", READ_EVERY_MS, outage, async () => {
    latest = await readDenyList();
  });
  return { denied: { hasName: (host) => latest.hasName(host), hasAddress: (literal) => latest.hasAddress(literal) }, stop };
}
