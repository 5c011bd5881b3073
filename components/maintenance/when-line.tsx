import { Time } from "#components/ui/time.tsx";
import type { MaintenanceSummary } from "#core/maintenance/maintenance-summary.ts";
import { occurrenceText } from "#core/maintenance/maintenance-words.ts";

/** What is on of a maintenance and what comes next, or when it was last, in the viewer's zone. */
export function WhenLine({ maintenance: { on, next, last }, zone }: { maintenance: MaintenanceSummary; zone: string }) {
  return (
    <span className="block">
      {on && (
        <span className="block font-medium text-maintenance">
          Now: {occurrenceText(on, zone)}, ends <Time at={on.to} zone={zone} />
        </span>
      )}
      {next && (
        <span className="block">
          {on ? "Then" : "Next"}: {occurrenceText(next, zone)}{" "}
          <span className="text-muted">
            (<Time at={next.from} zone={zone} />)
          </span>
        </span>
      )}
      {last && <span className="block">Last: {occurrenceText(last, zone)}</span>}
      {!on && !next && !last && <span className="block">It does not come any more.</span>}
    </span>
  );
}
