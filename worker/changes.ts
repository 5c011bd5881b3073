import { listen } from "#db/listen.ts";
import { clock } from "./clock.ts";

/** Which monitors were edited, paused, resumed or deleted lately. */
export type Changes = {
  /** Whether a monitor was changed since an instant (epoch milliseconds) of the last minutes. */
  hasChanged(monitorId: number, since: number): boolean;
  stop(): void;
};

/** Longer than anything stays loaded. */
const REMEMBERED_MS = 5 * 60_000;

/**
 * Follows the changes of monitors. A change that goes unheard costs one check of the old target, whose result the recorder drops for
 * its revision.
 */
export function followChanges(): Changes {
  const changedAt = new Map<number, number>();
  const forget = setInterval(() => {
    const oldest = clock.now() - REMEMBERED_MS;
    for (const [monitorId, at] of changedAt) if (at < oldest) changedAt.delete(monitorId);
  }, REMEMBERED_MS);
  forget.unref();
  const stopListening = listen("monitor_changed", (payload) => {
    if (payload !== "") changedAt.set(Number(payload), clock.now());
  });
  return {
    hasChanged: (monitorId, since) => (changedAt.get(monitorId) ?? -1) >= since,
    stop: () => {
      clearInterval(forget);
      stopListening();
    },
  };
}
