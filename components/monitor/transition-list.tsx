import { checkIdText } from "#core/check/check-id.ts";
import { reasonHeadline } from "#core/diagnosis/diagnosis.ts";
import type { TransitionSummary } from "#core/incident/transition-summary.ts";
import { durationWords } from "#core/text/duration.ts";
import { MonitorAdded, TransitionRow } from "./transition-row.tsx";

type Props = { monitorId: number; transitions: readonly TransitionSummary[]; createdAt: Date; zone: string };

/** Every change of health, newest first, down to the beginning. */
export function TransitionList({ monitorId, transitions, createdAt, zone }: Props) {
  return (
    <ol aria-label="Changes of health" className="border-t border-line">
      {transitions.map((transition) => (
        <TransitionRow
          key={transition.transitionId}
          from={transition.from}
          to={transition.to}
          at={transition.at.getTime()}
          headline={transition.reason && reasonHeadline(transition.reason, null)}
          confirmed={confirmedWords(transition)}
          href={checkHref(monitorId, transition)}
          zone={zone}
        />
      ))}
      <MonitorAdded at={createdAt.getTime()} zone={zone} />
    </ol>
  );
}

function confirmedWords({ at, confirmedAt }: TransitionSummary): string | null {
  const laterMs = confirmedAt.getTime() - at.getTime();
  return laterMs >= 1_000 ? `confirmed ${durationWords(laterMs)} later` : null;
}

/** Where its transcript is, if it is kept. */
function checkHref(monitorId: number, { slotAt, locationId, hasTranscript }: TransitionSummary): string | null {
  if (!hasTranscript || slotAt === null || locationId === null) return null;
  return `/monitors/${monitorId}/checks/${checkIdText({ slotAt: slotAt.getTime(), locationId })}`;
}
