import { Time } from "#components/ui/time.tsx";
import type { Lead } from "#core/system/system.ts";
import { durationWords } from "#core/text/duration.ts";
import { Facts } from "./facts.tsx";

/** Who leads, and how far ahead the windows are queued. */
export function LeadFacts({ lead, now, zone }: { lead: Lead; now: number; zone: string }) {
  const { leader, epoch, cursorAt, beatAt } = lead;
  if (leader === null || beatAt === null) return <p className="text-muted">No worker has led yet.</p>;
  return (
    <Facts
      facts={[
        { term: "Worker", value: <span className="font-mono text-xs">{leader}</span> },
        { term: "Last heard of", value: <Time at={beatAt} zone={zone} /> },
        { term: "Queued", value: cursorAt === null ? "nothing yet" : queuedWords(cursorAt - now) },
        { term: "Epoch", value: epoch },
      ]}
    />
  );
}

function queuedWords(aheadMs: number): string {
  return aheadMs >= 0 ? `${durationWords(aheadMs)} ahead` : `${durationWords(-aheadMs)} behind`;
}
