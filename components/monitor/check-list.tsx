import Link from "next/link";
import { StageRail } from "#components/transcript/stage-rail.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { Time } from "#components/ui/time.tsx";
import { checkIdText } from "#core/check-id.ts";
import type { CheckSummary } from "#core/check-summary.ts";
import { reasonHeadline } from "#core/diagnosis.ts";
import { msText } from "#core/ms-text.ts";
import { reasonHref } from "#core/reason-href.ts";
import { failedStage } from "#core/failed-stage.ts";
import type { Thresholds } from "#core/threshold.ts";

type Props = { monitorId: number; checks: readonly CheckSummary[]; slowMs?: Thresholds; zone: string };

/** Checks, newest first. Each opens to its stage rail and leads to its own page. */
export function CheckList({ monitorId, checks, slowMs, zone }: Props) {
  return (
    <ol aria-label="Checks" className="border-t border-line">
      {checks.map((check) => (
        <li key={checkIdText(idOf(check))} className="border-b border-line">
          <details className="group">
            <summary className="grid min-h-10 grid-cols-[5.5rem_1fr_auto] items-center gap-x-3 sm:grid-cols-[6.5rem_1fr_auto] sm:gap-x-4 px-2 py-1.5 hover:bg-sunken">
              <StatusMark status={check.status} size="sm" className="text-sm" />
              <span className="min-w-0 wrap-anywhere">
                {check.reason === null ? (
                  <span className="text-muted">{msText(check.timings.reduce((sum, { ms }) => sum + ms, 0))}</span>
                ) : (
                  reasonHeadline(check.reason, check.replyCode)
                )}
                {check.isAlone && <span className="text-muted"> · only from {check.location}</span>}
              </span>
              <Time at={check.slotAt} zone={zone} className="text-sm text-muted" />
            </summary>
            <div className="grid gap-3 px-2 pt-1 pb-4">
              <StageRail
                timings={check.timings}
                failed={failedStage(check.reason, check.replyCode)}
                status={check.status}
                slowMs={slowMs}
              />
              <p className="flex flex-wrap gap-x-4 text-sm text-muted">
                <Link className="link" prefetch={false} href={`/monitors/${monitorId}/checks/${checkIdText(idOf(check))}`}>
                  {check.hasTranscript ? "Transcript" : "This check"}
                </Link>
                {check.reason !== null && (
                  <a className="link" href={reasonHref(check.reason)}>
                    About this reason
                  </a>
                )}
                {check.location !== "" && <span>from {check.location}</span>}
                <span>began {msText(check.lateMs)} after its slot</span>
              </p>
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}

function idOf({ slotAt, locationId }: CheckSummary) {
  return { slotAt: slotAt.getTime(), locationId };
}
