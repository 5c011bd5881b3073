import { checkIdText } from "#core/check/check-id.ts";
import type { CheckSummary } from "#core/check/check-summary.ts";
import type { MonitorKind } from "#core/check/stage.ts";
import { reasonHeadline } from "#core/diagnosis/diagnosis.ts";
import type { Thresholds } from "#core/monitor/threshold.ts";
import { reasonHref } from "#core/reason/reason-href.ts";
import { CheckRow, type CheckRowProps } from "./check-row.tsx";

type Props = { monitorId: number; kind: MonitorKind; checks: readonly CheckSummary[]; slowMs?: Thresholds; zone: string };

/** Checks, newest first. Each opens to its stage rail and leads to its own page. */
export function CheckList({ monitorId, kind, checks, slowMs, zone }: Props) {
  return (
    <ol aria-label="Checks" className="border-t border-line">
      {checks.map((check) => {
        const row = shownRow(monitorId, kind, check);
        return <CheckRow key={row.href} {...row} slowMs={slowMs} zone={zone} />;
      })}
    </ol>
  );
}

function shownRow(monitorId: number, kind: MonitorKind, check: CheckSummary): Omit<CheckRowProps, "slowMs" | "zone"> {
  const { slotAt, locationId, reason, replyCode, ...rest } = check;
  const reasonCode = reason && { code: reason, headline: reasonHeadline(reason, replyCode), href: reasonHref(reason, kind) };
  return {
    ...rest,
    href: `/monitors/${monitorId}/checks/${checkIdText({ slotAt: slotAt.getTime(), locationId })}`,
    slotAt: slotAt.getTime(),
    reason: reasonCode,
    replyCode,
  };
}
