import type { IncidentEventSummary } from "#core/incident/incident-event-summary.ts";
import { FoldedEvents } from "./folded-events.tsx";
import { TimelineEvent } from "./timeline-event.tsx";

type Props = { events: readonly IncidentEventSummary[]; zone: string };

/** How an incident began and how it goes on are what matters of a long one: what lies between is folded. */
const [FIRST, LATEST] = [8, 20];

/** What happened in an incident, from the first failure on. */
export function IncidentTimeline({ events, zone }: Props) {
  const isLong = events.length > FIRST + LATEST + 5;
  const shown = (some: readonly IncidentEventSummary[]) =>
    some.map((each) => <TimelineEvent key={each.eventId} {...each} zone={zone} />);
  return (
    <ol aria-label="Timeline" className="ml-2.5 border-l border-line">
      {isLong ? (
        <>
          {shown(events.slice(0, FIRST))}
          <FoldedEvents count={events.length - FIRST - LATEST}>{shown(events.slice(FIRST, -LATEST))}</FoldedEvents>
          {shown(events.slice(-LATEST))}
        </>
      ) : (
        shown(events)
      )}
    </ol>
  );
}
