import type { ScheduleWindow } from "#db/schedule/window.ts";
import type { QueueWindows } from "./lead.ts";
import type { JobQueue, Queues } from "./queues.ts";

/** The queue of a location's windows. */
export function windowQueueName(location: string): string {
  return `checks-${location}`;
}

/** A window's job is named after what it is, so that adding it twice adds nothing. */
export function windowJobId({ windowS, locationId, shard }: ScheduleWindow): string {
  return `window-${windowS}-${locationId}-${shard}`;
}

/** Puts windows into the queues of their locations, each opened when it is first needed. */
export function openWindowQueues(queues: Queues): QueueWindows {
  const byLocation = new Map<string, JobQueue<ScheduleWindow>>();
  const queueOf = (location: string) => {
    const queue = byLocation.get(location) ?? queues.openQueue<ScheduleWindow>(windowQueueName(location));
    byLocation.set(location, queue);
    return queue;
  };
  return async (windows) => {
    for (const location of new Set(windows.map((window) => window.location))) {
      const jobs = windows.filter((window) => window.location === location);
      await queueOf(location).add(jobs.map((window) => ({ jobId: windowJobId(window), data: window })));
    }
  };
}
