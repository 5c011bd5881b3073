import type { Metadata } from "next";
import Link from "next/link";
import { loadIncident } from "#app/_data/incident/load-incident.ts";
import { AcknowledgeButton } from "#components/incident/acknowledge-button.tsx";
import { MessageList } from "#components/incident/message-list.tsx";
import { IncidentHeader } from "#components/incident/incident-header.tsx";
import { IncidentTimeline } from "#components/incident/incident-timeline.tsx";
import { Diagnosis } from "#components/transcript/diagnosis.tsx";
import { Dialogue } from "#components/transcript/dialogue.tsx";
import { Section } from "#components/ui/card.tsx";
import { checkIdText } from "#core/check-id.ts";
import { acknowledgeIncident } from "./acknowledge.ts";

export const metadata: Metadata = { title: "Incident" };

export default async function IncidentPage({ params }: { params: Promise<{ incidentId: string }> }) {
  const { incident, diagnosis, events, deliveries, dialogue, good, canEdit, zone, now, readAt } = await loadIncident(
    (await params).incidentId,
  );
  const { incidentId, monitorId, resolvedAt, acknowledgedAt } = incident;
  const canAcknowledge = canEdit && resolvedAt === null && acknowledgedAt === null;
  const checkHref = `/monitors/${monitorId}/checks/${checkIdText({ slotAt: incident.slotAt.getTime(), locationId: incident.locationId })}`;
  return (
    <>
      <IncidentHeader
        incident={incident}
        headline={diagnosis.headline}
        zone={zone}
        now={now}
        readAt={readAt}
        actions={canAcknowledge && <AcknowledgeButton acknowledge={acknowledgeIncident.bind(null, incidentId)} />}
      />
      <div className="mb-8 grid gap-8 lg:grid-cols-2">
        <Diagnosis diagnosis={diagnosis} reason={incident.reason} />
        <section aria-label="What happened">
          <h2 className="mb-3 text-lg font-semibold">What happened</h2>
          <IncidentTimeline events={events} zone={zone} />
        </section>
      </div>
      {dialogue && (
        <Section
          title={good ? "The failed check beside the last good one" : "The failed check"}
          actions={
            <Link className="link text-sm" href={checkHref}>
              Open this check
            </Link>
          }
        >
          <Dialogue dialogue={dialogue} good={good} slowMs={incident.target.slowMs} />
        </Section>
      )}
      <Section title="Messages">
        {deliveries.length === 0 ? (
          <p className="text-muted">Nobody was told: no channel is ticked for this monitor.</p>
        ) : (
          <MessageList deliveries={deliveries} zone={zone} />
        )}
      </Section>
    </>
  );
}
