import { Time } from "#components/ui/time.tsx";
import type { IncidentEventSummary } from "#core/incident-event-summary.ts";
import type { IncidentEvent } from "#core/incident.ts";
import { exactTime } from "#core/relative-time.ts";
import { visibleText } from "#core/visible-text.ts";

/** What happened in an incident, from the first failure on. */
export function IncidentTimeline({ events, zone }: { events: readonly IncidentEventSummary[]; zone: string }) {
  return (
    <ol aria-label="Timeline" className="ml-1.5 border-l border-line">
      {events.map(({ eventId, at, event }) => (
        <li key={eventId} className="relative pb-4 pl-5 last:pb-0">
          <span aria-hidden className="absolute top-1.5 -left-[5px] size-[9px] rounded-full border-2 border-line-strong bg-bg" />
          <p className="wrap-anywhere">{visibleText(sentenceOf(event))}</p>
          <p className="text-sm text-muted">
            {exactTime(at, zone)} · <Time at={at} zone={zone} />
          </p>
        </li>
      ))}
    </ol>
  );
}

const TOLD = { sent: "Told", retry: "Could not tell", "give-up": "Gave up telling" } as const;

function sentenceOf(event: IncidentEvent): string {
  switch (event.kind) {
    case "first_failure":
      return `First failure, seen from ${event.location}: ${event.text}`;
    case "confirmed":
      return `Confirmed from ${event.location}: ${event.text}`;
    case "opened":
      return event.text;
    case "worsened":
      return `Down now, seen from ${event.location}: ${event.text}`;
    case "eased":
      return `Better, seen from ${event.location}: ${event.text}`;
    case "flapping_began":
    case "steady_again":
      return event.text;
    case "reason_changed":
      return `The reason changed: ${event.text}`;
    case "told":
      return `${TOLD[event.outcome]} ${event.channel}${event.outcome === "retry" ? ", trying again" : ""}${event.detail ? `: ${event.detail}` : ""}`;
    case "acknowledged":
      return `Acknowledged by ${event.by}`;
    case "recovered":
      return `Recovered, seen from ${event.location}: ${event.text}`;
    case "closed_by_pause":
      return `Closed, because ${event.by} paused the monitor`;
    case "closed_by_maintenance":
      return "Closed, because maintenance began";
  }
}
