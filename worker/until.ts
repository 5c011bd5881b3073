import { clock } from "./clock.ts";
import { pause } from "./pause.ts";

/** Waits until an instant of the database's clock (epoch milliseconds) and never less; returns at once where it is past, and early only when `signal` is aborted. */
export async function until(at: number, signal?: AbortSignal): Promise<void> {
  const waitMs = at - clock.now();
  if (waitMs <= 0 || signal?.aborted) return;
  await pause(waitMs, signal);
  return until(at, signal); // a timer may fire a millisecond early
}
