import Link from "next/link";
import { Alert } from "#components/ui/alert.tsx";
import { checkIdText, type CheckId } from "#core/check/check-id.ts";
import type { HealthStatus } from "#core/check/status.ts";
import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import { reasonHref } from "#core/reason/reason-href.ts";
import { visibleText } from "#core/text/visible-text.ts";

type Props = {
  monitorId: number;
  status: HealthStatus;
  trouble: { diagnosis: Diagnosis; detail: string | null; check: CheckId | null };
  /** The incident that is open, if there is one. */
  incidentId: number | undefined;
};

/** What is wrong with a monitor now, in a sentence and with what was seen of it, and where to read on. */
export function Trouble({ monitorId, status, trouble: { diagnosis, detail, check }, incidentId }: Props) {
  return (
    <div className="mb-6">
      <Alert
        tone={status === "down" ? "error" : status === "degraded" ? "warning" : "info"}
        title={visibleText(diagnosis.headline)}
      >
        <p className="max-w-prose">{diagnosis.plain}</p>
        {detail !== null && <p className="mt-1 max-w-prose text-sm wrap-anywhere text-muted">Seen: {visibleText(detail)}</p>}
        <p className="mt-1 flex flex-wrap gap-x-4">
          {incidentId !== undefined && (
            <Link className="link" href={`/incidents/${incidentId}`}>
              Incident
            </Link>
          )}
          {check && (
            <Link className="link" prefetch={false} href={`/monitors/${monitorId}/checks/${checkIdText(check)}`}>
              {status === "down" ? "Transcript of the failed check" : "Transcript of such a check"}
            </Link>
          )}
          <a className="link" href={reasonHref(diagnosis.code, diagnosis.kind)}>
            More about this reason
          </a>
        </p>
      </Alert>
    </div>
  );
}
