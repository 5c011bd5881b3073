import Link from "next/link";
import { Alert } from "#components/ui/alert.tsx";
import { checkIdText } from "#core/check-id.ts";
import type { Diagnosis } from "#core/diagnosis.ts";
import type { IncidentSummary } from "#core/incident-summary.ts";
import { reasonHref } from "#core/reason-href.ts";
import type { HealthStatus } from "#core/status.ts";
import { visibleText } from "#core/visible-text.ts";

type Props = { status: HealthStatus; diagnosis: Diagnosis; open: IncidentSummary | undefined };

/** What is wrong with a monitor now, in a sentence, and where to read on. */
export function Trouble({ status, diagnosis, open }: Props) {
  return (
    <div className="mb-6">
      <Alert
        tone={status === "down" ? "error" : status === "degraded" ? "warning" : "info"}
        title={visibleText(diagnosis.headline)}
      >
        <p className="max-w-prose">{diagnosis.plain}</p>
        <p className="mt-1 flex flex-wrap gap-x-4">
          {open && (
            <>
              <Link className="link" href={`/incidents/${open.incidentId}`}>
                Incident
              </Link>
              <Link
                className="link"
                href={`/monitors/${open.monitorId}/checks/${checkIdText({ slotAt: open.slotAt.getTime(), locationId: open.locationId })}`}
              >
                Transcript of the failed check
              </Link>
            </>
          )}
          <a className="link" href={reasonHref(diagnosis.code)}>
            More about this reason
          </a>
        </p>
      </Alert>
    </div>
  );
}
