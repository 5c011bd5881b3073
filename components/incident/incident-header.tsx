import Link from "next/link";
import { LiveRefresh } from "#components/monitor/live-refresh.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Time } from "#components/ui/time.tsx";
import { incidentSentence, incidentSubject } from "#core/incident/incident-sentence.ts";
import type { IncidentSummary } from "#core/incident/incident-summary.ts";
import { targetText } from "#core/monitor/target-text.ts";
import { durationWords } from "#core/text/duration.ts";
import { visibleText } from "#core/text/visible-text.ts";
import { IncidentMark } from "./incident-mark.tsx";

type Props = { incident: IncidentSummary; headline: string; zone: string; now: number; readAt: number };

/** What stopped, where, since when and for how long. */
export function IncidentHeader({ incident, headline, zone, now, readAt }: Props) {
  const { monitorId, monitorName, target, reason, startedAt, endedAt, resolvedAt, status } = incident;
  const lastedMs = (endedAt ?? resolvedAt ?? new Date(now)).getTime() - startedAt.getTime();
  const description = (
    <span className="grid gap-1">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-text">
        <IncidentMark isOpen={resolvedAt === null} status={status} />
        <span>
          {resolvedAt === null ? `for ${durationWords(lastedMs)}` : `lasted ${durationWords(lastedMs)}`}, began{" "}
          <Time at={startedAt} zone={zone} />
        </span>
        <LiveRefresh readAt={readAt} />
      </span>
      <span>
        <Link className="link wrap-anywhere" href={`/monitors/${monitorId}`}>
          {monitorName}
        </Link>{" "}
        <span className="font-mono text-sm">{targetText(target)}</span>
      </span>
    </span>
  );
  const above = (
    <Link className="link" href="/incidents">
      Incidents
    </Link>
  );
  return (
    <PageHeader
      title={incidentSentence(incidentSubject(monitorName, target.kind, reason), reason.code, visibleText(headline))}
      above={above}
      description={description}
    />
  );
}
