import type { WorkerState } from "#db/worker/beat-worker.ts";

/** What a worker says of itself that has just begun and does nothing yet. */
export function makeWorkerState(wishes: Partial<WorkerState> = {}): WorkerState {
  const idle = { probing: 0, waiting: 0, skewMs: 0, ended: [0, 0, 0, 0, 0], lateness: [] };
  return { hasQueue: true, queue: "PostgreSQL", version: "0.1.0", node: "24.0.0", rssBytes: 150e6, ...idle, ...wishes };
}
