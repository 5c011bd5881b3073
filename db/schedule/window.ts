/** One job of the queue: a location's shard in the window that opens at `windowS` (epoch seconds). */
export type ScheduleWindow = { windowS: number; locationId: number; location: string; shard: number; shards: number };
