import { setTimeout as pause } from "node:timers/promises";
import type { Deadline } from "#network/deadline.ts";

/**
 * Does something for each item in order: the first at once, the others evenly over `spreadMs`, at most `atOnce` at a time. Those whose turn has not come
 * by the deadline are left out.
 */
export async function inPace<Item>(
  items: readonly Item[],
  { spreadMs, atOnce, deadline }: { spreadMs: number; atOnce: number; deadline: Deadline },
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const startedAtMs = performance.now();
  let next = 0;
  const takeTurns = async () => {
    for (let at = next++; at < items.length; at = next++) {
      const waitMs = startedAtMs + (spreadMs * at) / items.length - performance.now();
      if (waitMs >= deadline.remainingMs()) return;
      if (waitMs > 0) await pause(waitMs);
      if (deadline.hasPassed) return;
      await act(items[at]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, takeTurns));
}
