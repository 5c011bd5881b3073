import Link from "next/link";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { Time } from "#components/ui/time.tsx";
import { reasonHeadline } from "#core/diagnosis.ts";
import { durationWords } from "#core/duration.ts";
import { incidentSentence } from "#core/incident-sentence.ts";
import { acknowledgerText, CLOSED_WORDS, type IncidentSummary } from "#core/incident-summary.ts";

type Props = { incidents: readonly IncidentSummary[]; zone: string };

/** Incidents, each with what happened, when, for how long and who has taken it on. */
export function IncidentList({ incidents, zone }: Props) {
  return (
    <ol aria-label="Incidents" className="border-t border-line">
      {incidents.map((incident) => {
        const { incidentId, monitorName, reason, startedAt, resolvedAt, status } = incident;
        const headline = reasonHeadline(reason.code, reason.reply?.code ?? null);
        return (
          <li
            key={incidentId}
            className="relative grid grid-cols-[1fr_auto] items-start gap-x-4 gap-y-0.5 border-b border-line px-2 py-3 hover:bg-sunken sm:grid-cols-[7rem_1fr_auto]"
          >
            <IncidentMark isOpen={resolvedAt === null} status={status} />
            <span className="col-span-2 row-start-2 min-w-0 sm:col-span-1 sm:row-auto">
              <Link
                href={`/incidents/${incidentId}`}
                prefetch={false}
                data-list-item
                className="line-clamp-3 font-medium wrap-anywhere after:absolute after:inset-0"
              >
                {incidentSentence(monitorName, reason.code, headline)}
              </Link>
              <span className="text-sm text-muted">{stateWords(incident)}</span>
            </span>
            <Time at={startedAt} zone={zone} className="text-right text-sm text-muted" />
          </li>
        );
      })}
    </ol>
  );
}

/** Whether an incident goes on, as icon and word. */
export function IncidentMark({ isOpen, status }: { isOpen: boolean; status: IncidentSummary["status"] }) {
  if (isOpen) return <StatusMark status={status} />;
  return (
    <span className="inline-flex items-center gap-1.5 font-medium text-muted">
      <StatusMark status="up" withWord={false} /> Over
    </span>
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
