import { setTimeout as sleep } from "node:timers/promises";

/** Waits for `waitMs`, and no longer once `signal` is aborted. */
export async function pause(waitMs: number, signal?: AbortSignal): Promise<void> {
  await sleep(waitMs, undefined, { signal }).catch(() => undefined); // it only throws when it is aborted
}
