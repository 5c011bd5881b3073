import { readdirSync } from "node:fs";
import type { SpawnedWorker } from "#testing/spawn-worker.ts";

/** How many files and sockets a process has open; 0 where it has ended. */
export function countFiles(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return 0;
  }
}

/** Of some workers the one that has the checks in hand, which it has sockets for; and the others. */
export function whoChecks(workers: readonly SpawnedWorker[]): { busy: SpawnedWorker; others: SpawnedWorker[] } {
  const [busy, ...others] = workers.toSorted((a, b) => countFiles(b.process.pid!) - countFiles(a.process.pid!));
  return { busy: busy!, others };
}
