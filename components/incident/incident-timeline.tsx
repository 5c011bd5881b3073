import { Time } from "#components/ui/time.tsx";
import type { IncidentEventSummary } from "#core/incident-event-summary.ts";
import { incidentEventSentence } from "#core/incident-event-sentence.ts";
import { exactTime } from "#core/relative-time.ts";
import { visibleText } from "#core/visible-text.ts";

/** What happened in an incident, from the first failure on. */
export function IncidentTimeline({ events, zone }: { events: readonly IncidentEventSummary[]; zone: string }) {
  return (
    <ol aria-label="Timeline" className="ml-1.5 border-l border-line">
      {events.map(({ eventId, at, event }) => (
        <li key={eventId} className="relative pb-4 pl-5 last:pb-0">
          <span aria-hidden className="absolute top-1.5 -left-[5px] size-[9px] rounded-full border-2 border-line-strong bg-bg" />
          <p className="wrap-anywhere">{visibleText(incidentEventSentence(event))}</p>
          <p className="text-sm text-muted">
            {exactTime(at, zone)} · <Time at={at} zone={zone} />
          </p>
        </li>
      ))}
    </ol>
  );
}
