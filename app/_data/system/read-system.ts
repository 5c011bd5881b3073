import { punctualityOf } from "#core/schedule/punctuality.ts";
import { readPathTest } from "#db/path-test/read-path-test.ts";
import { listLocations } from "#db/system/list-locations.ts";
import { listMinutes } from "#db/system/list-minutes.ts";
import { listQueues } from "#db/system/list-queues.ts";
import { listReceivers } from "#db/system/list-receivers.ts";
import { listWorkers } from "#db/system/list-workers.ts";
import { readLead } from "#db/system/read-lead.ts";
import { readStorage } from "#db/system/read-storage.ts";
import { env } from "#env.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How the whole product does, as the database knows it. */
export async function readSystem() {
  const [{ now, ...lead }, workers, locations, queues, storage, minutes, pathTest, receivers] = await Promise.all([
    readLead(),
    listWorkers(),
    listLocations(),
    listQueues(),
    readStorage(),
    listMinutes(),
    readPathTest(),
    listReceivers(),
  ]);
  const over = (spanMs: number) => punctualityOf(minutes, now, spanMs);
  const punctuality = { lately: over(5 * MINUTE_MS), hour: over(HOUR_MS), day: over(24 * HOUR_MS) };
  return {
    now,
    lead,
    workers,
    locations,
    queues,
    storage,
    punctuality,
    pathTest,
    inbound: { domain: env.INBOUND_DOMAIN, receivers },
  };
}
