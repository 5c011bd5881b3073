import { claimCheckRequests } from "#db/check-request/claim-check-requests.ts";
import type { CheckNow } from "./check-now.ts";
import { clock } from "./clock.ts";
import { onWake } from "./on-wake.ts";
import type { Outage } from "./outage.ts";
import type { JobQueue } from "./queues.ts";

const SWEEP_EVERY_MS = 3_000;
const MOST_AT_ONCE = 500;

/** Queues a check for each request that waits for one from this location. Returns what ends it. */
export function serveRequests(locationId: number, queue: JobQueue<CheckNow>, outage: Outage): () => Promise<void> {
  return onWake("check_requested", SWEEP_EVERY_MS, outage, async () => {
    const requests = await claimCheckRequests(locationId, MOST_AT_ONCE);
    await queue.add(
      requests.map(({ requestId, monitorId }) => ({
        jobId: `request-${requestId}`,
        data: { monitorId, confirmation: null, askedAt: clock.now() },
      })),
    );
  });
}
