"use client";

import Link from "next/link";
import { StageRail } from "#components/transcript/stage-rail.tsx";
import { Folded } from "#components/ui/folded.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { Time } from "#components/ui/time.tsx";
import type { CheckSummary } from "#core/check/check-summary.ts";
import { failedStage } from "#core/check/failed-stage.ts";
import type { Thresholds } from "#core/monitor/threshold.ts";
import type { ReasonCode } from "#core/reason/reason.ts";
import { msText } from "#core/text/ms-text.ts";

/** A check as its row needs it; `slotAt` is in epoch milliseconds. */
export type CheckRowProps = Omit<CheckSummary, "slotAt" | "locationId" | "reason"> & {
  href: string;
  slotAt: number;
  reason: { code: ReasonCode; headline: string; href: string } | null;
  slowMs: Thresholds | undefined;
  zone: string;
};

/** A check in a list. Its stage rail is made when somebody opens it. */
export function CheckRow(row: CheckRowProps) {
  const { href, status, timings, reason, location, zone } = row;
  const summary = (
    <>
      <StatusMark status={status} size="sm" className="text-sm" />
      <span className="min-w-0 wrap-anywhere">
        {reason === null ? (
          <span className="text-muted">{msText(timings.reduce((sum, { ms }) => sum + ms, 0))}</span>
        ) : (
          reason.headline
        )}
        {row.isAlone && <span className="text-muted"> · only from {location}</span>}
      </span>
      <Time at={row.slotAt} zone={zone} className="text-sm text-muted" />
    </>
  );
  return (
    <li className="border-b border-line">
      <Folded
        className="group"
        summary={summary}
        summaryClassName="grid min-h-10 grid-cols-[5.5rem_1fr_auto] items-center gap-x-3 sm:grid-cols-[6.5rem_1fr_auto] sm:gap-x-4 px-2 py-1.5 hover:bg-sunken"
      >
        {() => (
          <div className="grid gap-3 px-2 pt-1 pb-4">
            <StageRail
              timings={timings}
              failed={failedStage(reason && reason.code, row.replyCode)}
              status={status}
              slowMs={row.slowMs}
            />
            <p className="flex flex-wrap gap-x-4 text-sm text-muted">
              <Link className="link" prefetch={false} href={href}>
                {row.hasTranscript ? "Transcript" : "This check"}
              </Link>
              {reason !== null && (
                <a className="link" href={reason.href}>
                  About this reason
                </a>
              )}
              {location !== "" && <span>from {location}</span>}
              <span>began {msText(row.lateMs)} after its slot</span>
            </p>
          </div>
        )}
      </Folded>
    </li>
  );
}
