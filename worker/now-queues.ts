import { readLocationName } from "#db/location/read-location-name.ts";
import type { CheckNow } from "./check-now.ts";
import type { JobQueue, Queues } from "./queues.ts";

/** The queue of a location's checks outside the schedule. */
export function nowQueueName(location: string): string {
  return `now-${location}`;
}

/** The queue of a location, by its id: each is opened when it is first needed. */
export type NowQueues = (locationId: number) => Promise<JobQueue<CheckNow>>;

export function openNowQueues(queues: Queues): NowQueues {
  const byLocation = new Map<number, JobQueue<CheckNow>>();
  return async (locationId) => {
    const open = byLocation.get(locationId);
    if (open) return open;
    const name = await readLocationName(locationId);
    const queue = byLocation.get(locationId) ?? queues.openQueue<CheckNow>(nowQueueName(name)); // opened meanwhile
    byLocation.set(locationId, queue);
    return queue;
  };
}
