import { setTimeout as sleep } from "node:timers/promises";
import { VERSION } from "#core/system/version.ts";
import { beatWorker } from "#db/worker/beat-worker.ts";
import { removeWorker } from "#db/worker/remove-worker.ts";
import { clock } from "./clock.ts";
import type { FairShares } from "./fair-shares.ts";
import type { Outage } from "./outage.ts";
import type { Queues } from "./queues.ts";
import type { Tally } from "./tally.ts";

type Means = { workerId: string; locationId: number; queues: Queues; shares: FairShares; tally: Tally; outage: Outage };

const BEAT_EVERY_MS = 5_000;
const QUEUE_ANSWERS_WITHIN_MS = 3_000;

/** Says that this worker is alive, now and every 5 s, whether the queue answers it, and what it does; and hears each time how late it is. */
export async function startBeating({
  workerId,
  locationId,
  queues,
  shares,
  tally,
  outage,
}: Means): Promise<{ stop(): Promise<void> }> {
  const beat = async () => {
    const hasQueue = await answers(queues);
    const askedAtMs = performance.now();
    const databaseAt = await beatWorker(workerId, locationId, {
      hasQueue,
      queue: queues.backend,
      version: VERSION,
      node: process.versions.node,
      rssBytes: process.memoryUsage.rss(),
      ...shares.counts(),
      skewMs: clock.skewMs(),
      ended: tally.ended(),
      lateness: tally.lateness(),
    });
    clock.heard(databaseAt, askedAtMs);
    outage.over();
  };
  await beat();
  const timer = setInterval(() => void beat().catch(outage.failed), BEAT_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await removeWorker(workerId).catch(outage.failed);
    },
  };
}

/** A queue that fails says so itself (worker/queues.ts); one that keeps silent counts as away. */
async function answers(queues: Queues): Promise<boolean> {
  const asked = queues.ping().then(
    () => true,
    () => false,
  );
  return Promise.race([asked, sleep(QUEUE_ANSWERS_WITHIN_MS, false, { ref: false })]);
}
