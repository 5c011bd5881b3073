import type { ReactNode } from "react";
import { LinkedText } from "#components/ui/linked-text.tsx";
import { Time } from "#components/ui/time.tsx";
import { incidentEventSentence } from "#core/incident/incident-event-sentence.ts";
import type { IncidentEventSummary } from "#core/incident/incident-event-summary.ts";
import { acknowledgerText, type IncidentSummary } from "#core/incident/incident-summary.ts";

type Props = { incident: IncidentSummary; events: readonly IncidentEventSummary[]; zone: string; actions: ReactNode };

/** Whether somebody has an incident, or how it ended where nothing has recovered, and what can be done about it. */
export function IncidentState({ incident, events, zone, actions }: Props) {
  const { acknowledgedAt, resolvedAt, closedAs } = incident;
  const taking = events.findLast(({ event }) => event.kind === "acknowledged"); // it may know who of a channel's readers it was
  const closing = closedAs && events.findLast(({ event }) => event.kind === closedAs);
  if (resolvedAt && !acknowledgedAt && !closing) return null;
  return (
    <section aria-label="Who has it" className="mb-8 grid gap-3">
      {closing && <LinkedText>{incidentEventSentence(closing.event)}</LinkedText>}
      {acknowledgedAt ? (
        <p className="wrap-anywhere">
          {taking ? incidentEventSentence(taking.event) : `Acknowledged by ${acknowledgerText(incident)}`}{" "}
          <Time at={acknowledgedAt} zone={zone} />
        </p>
      ) : (
        !resolvedAt && <p>Nobody has it yet.</p>
      )}
      {actions}
    </section>
  );
}
