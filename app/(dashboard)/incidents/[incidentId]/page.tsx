import type { Metadata } from "next";
import Link from "next/link";
import { loadIncident } from "#app/_data/incident/load-incident.ts";
import { IncidentActions } from "#components/incident/incident-actions.tsx";
import { IncidentHeader } from "#components/incident/incident-header.tsx";
import { IncidentState } from "#components/incident/incident-state.tsx";
import { IncidentTimeline } from "#components/incident/incident-timeline.tsx";
import { MessageList } from "#components/incident/message-list.tsx";
import { NoteList } from "#components/incident/note-list.tsx";
import { PostMortem } from "#components/incident/post-mortem.tsx";
import { Diagnosis } from "#components/transcript/diagnosis.tsx";
import { Dialogue } from "#components/transcript/dialogue.tsx";
import { Section } from "#components/ui/card.tsx";
import { checkIdText } from "#core/check/check-id.ts";
import { slowMsOf } from "#core/monitor/threshold.ts";
import { acknowledgeIncident, resolveIncident, takeAcknowledgementBack } from "./act.ts";
import { addIncidentNote, deleteIncidentNote, editIncidentNote } from "./notes.ts";
import { deleteIncidentPostMortem, saveIncidentPostMortem } from "./post-mortem.ts";

export const metadata: Metadata = { title: "Incident" };

export default async function IncidentPage({ params }: { params: Promise<{ incidentId: string }> }) {
  const { incident, diagnosis, events, deliveries, notes, postMortem, dialogue, good, editorId, zone, now, readAt } =
    await loadIncident((await params).incidentId);
  const { incidentId, monitorId, resolvedAt, acknowledgedAt } = incident;
  const canEdit = editorId !== null;
  const checkHref = `/monitors/${monitorId}/checks/${checkIdText({ slotAt: incident.slotAt.getTime(), locationId: incident.locationId })}`;
  const actions = canEdit && resolvedAt === null && (
    <IncidentActions
      isAcknowledged={acknowledgedAt !== null}
      acknowledge={acknowledgeIncident.bind(null, incidentId)}
      takeBack={takeAcknowledgementBack.bind(null, incidentId)}
      resolve={resolveIncident.bind(null, incidentId)}
    />
  );
  return (
    <>
      <IncidentHeader incident={incident} headline={diagnosis.headline} zone={zone} now={now} readAt={readAt} />
      <IncidentState incident={incident} events={events} zone={zone} actions={actions} />
      {resolvedAt !== null && (
        <PostMortem
          written={postMortem}
          canEdit={canEdit}
          zone={zone}
          save={saveIncidentPostMortem.bind(null, incidentId)}
          remove={deleteIncidentPostMortem.bind(null, incidentId)}
        />
      )}
      <div className="mb-8 grid items-start gap-8 lg:grid-cols-2">
        <Diagnosis diagnosis={diagnosis} reason={incident.reason} />
        <section aria-label="What happened">
          <h2 className="mb-3 text-lg font-semibold">What happened</h2>
          <IncidentTimeline events={events} zone={zone} />
        </section>
      </div>
      <Section title="Notes">
        <NoteList
          notes={notes}
          editorId={editorId}
          zone={zone}
          add={addIncidentNote.bind(null, incidentId)}
          edit={editIncidentNote}
          remove={deleteIncidentNote}
        />
      </Section>
      {dialogue && (
        <Section
          title={good ? "The failed check beside the last good one" : "The failed check"}
          actions={
            <Link className="link text-sm" href={checkHref}>
              Open this check
            </Link>
          }
        >
          <Dialogue dialogue={dialogue} good={good} slowMs={slowMsOf(incident.target)} />
        </Section>
      )}
      <Section title="Messages">
        {deliveries.length === 0 ? (
          <p className="text-muted">Nobody was told{resolvedAt === null && " so far"}.</p>
        ) : (
          <MessageList deliveries={deliveries} zone={zone} />
        )}
      </Section>
    </>
  );
}
