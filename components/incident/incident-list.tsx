import { reasonHeadline } from "#core/diagnosis/diagnosis.ts";
import { incidentSentence, incidentSubject } from "#core/incident/incident-sentence.ts";
import { acknowledgerText, CLOSED_WORDS, type IncidentSummary } from "#core/incident/incident-summary.ts";
import { durationWords } from "#core/text/duration.ts";
import { IncidentRow } from "./incident-row.tsx";

type Props = { incidents: readonly IncidentSummary[]; zone: string };

/** Incidents, each with what happened, when, for how long and who has taken it on. */
export function IncidentList({ incidents, zone }: Props) {
  return (
    <ol aria-label="Incidents" className="border-t border-line">
      {incidents.map((incident) => {
        const { incidentId, monitorName, target, reason, startedAt, resolvedAt, status } = incident;
        return (
          <IncidentRow
            key={incidentId}
            incidentId={incidentId}
            isOpen={resolvedAt === null}
            status={status}
            sentence={incidentSentence(
              incidentSubject(monitorName, target.kind, reason),
              reason.code,
              reasonHeadline(reason.code, reason.reply?.code ?? null),
            )}
            state={stateWords(incident)}
            startedAt={startedAt.getTime()}
            zone={zone}
          />
        );
      })}
    </ol>
  );
}

function stateWords(incident: IncidentSummary): string {
  const { startedAt, endedAt, resolvedAt, closedAs, acknowledgedAt } = incident;
  const parts = [
    ...(endedAt ? [`lasted ${durationWords(endedAt.getTime() - startedAt.getTime())}`] : closedAs ? [CLOSED_WORDS[closedAs]] : []),
    ...(acknowledgedAt ? [`acknowledged by ${acknowledgerText(incident)}`] : resolvedAt ? [] : ["nobody has acknowledged it"]),
  ];
  return parts.join(", ");
}
