import { Time } from "#components/ui/time.tsx";
import type { QueueRow } from "#core/system/system.ts";
import { Facts } from "./facts.tsx";

/** What waits, and since when the oldest of it does. */
export function QueueFacts({ queues, zone }: { queues: readonly QueueRow[]; zone: string }) {
  return (
    <Facts
      facts={queues.map(({ queue, count, since }) => ({
        term: queue[0]!.toUpperCase() + queue.slice(1),
        value: (
          <>
            {count.toLocaleString("en")}
            {since !== null && (
              <span className="text-muted">
                , oldest <Time at={since} zone={zone} />
              </span>
            )}
          </>
        ),
      }))}
    />
  );
}
