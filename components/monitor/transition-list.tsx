import { cx } from "class-variance-authority";
import Link from "next/link";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { Time } from "#components/ui/time.tsx";
import { checkIdText } from "#core/check-id.ts";
import { reasonHeadline } from "#core/diagnosis.ts";
import { durationWords } from "#core/duration.ts";
import type { TransitionSummary } from "#core/transition-summary.ts";

type Props = { monitorId: number; transitions: readonly TransitionSummary[]; createdAt: Date; zone: string };

/** On a phone what happened stands under the status, not beside it. */
const GRID = "grid grid-cols-[1fr_auto] gap-x-4 px-2 py-2 sm:grid-cols-[6.5rem_1fr_auto]";

/** Every change of health, newest first, down to the beginning. */
export function TransitionList({ monitorId, transitions, createdAt, zone }: Props) {
  return (
    <ol aria-label="Changes of health" className="border-t border-line">
      {transitions.map((transition) => (
        <li key={transition.transitionId} className={cx(GRID, "items-start border-b border-line")}>
          <StatusMark status={transition.to} size="sm" className="text-sm" />
          <span className="col-span-2 row-start-2 min-w-0 wrap-anywhere sm:col-span-1 sm:row-start-auto">
            {transition.reason !== null && <>{reasonHeadline(transition.reason, null)} </>}
            <span className="text-sm text-muted">
              after {transition.from}
              <Confirmed {...transition} />
              <CheckLink monitorId={monitorId} {...transition} />
            </span>
          </span>
          <Time at={transition.at} zone={zone} className="text-sm text-muted" />
        </li>
      ))}
      <li className={cx(GRID, "text-sm text-muted")}>
        <span className="hidden sm:inline" />
        <span>Monitor added</span>
        <Time at={createdAt} zone={zone} />
      </li>
    </ol>
  );
}

function Confirmed({ at, confirmedAt }: TransitionSummary) {
  const laterMs = confirmedAt.getTime() - at.getTime();
  return laterMs >= 1_000 ? <>, confirmed {durationWords(laterMs)} later</> : null;
}

function CheckLink({ monitorId, slotAt, locationId, hasTranscript }: TransitionSummary & { monitorId: number }) {
  if (!hasTranscript || slotAt === null || locationId === null) return null;
  const check = checkIdText({ slotAt: slotAt.getTime(), locationId });
  return (
    <>
      {", "}
      <Link className="link" prefetch={false} href={`/monitors/${monitorId}/checks/${check}`}>
        transcript
      </Link>
    </>
  );
}
