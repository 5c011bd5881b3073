import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { Time } from "#components/ui/time.tsx";
import type { ChangeSummary } from "#core/change/change-summary.ts";
import { changeSentence, changeTexts } from "#core/change/change-text.ts";
import { checkIdText } from "#core/check/check-id.ts";
import type { Target } from "#core/monitor/monitor.ts";
import { visibleText } from "#core/text/visible-text.ts";
import { Wire } from "./fact.tsx";

type Props = { monitorId: number; target: Target; changes: readonly ChangeSummary[]; zone: string };

/** What was noticed to have changed while the server worked, newest first: in a sentence, and what it was and is. */
export function ChangeList({ monitorId, target, changes, zone }: Props) {
  return (
    <ol aria-label="Changes noticed" className="border-t border-line">
      {changes.map((change) => (
        <li key={change.changeId} className="grid grid-cols-[1fr_auto] items-start gap-x-4 border-b border-line px-2 py-2.5">
          <div className="min-w-0">
            <p className="wrap-anywhere">{visibleText(changeSentence(target.host, change, target.kind))}</p>
            <BeforeAndAfter change={change} />
          </div>
          <span className="grid justify-items-end text-sm text-muted">
            <Time at={change.at} zone={zone} />
            {change.hasTranscript && (
              <Link
                className="link"
                prefetch={false}
                href={`/monitors/${monitorId}/checks/${checkIdText({ slotAt: change.slotAt.getTime(), locationId: change.locationId })}`}
              >
                transcript
              </Link>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

function BeforeAndAfter({ change }: { change: ChangeSummary }) {
  const { before, after } = changeTexts(change);
  return (
    <p className="mt-0.5 text-muted wrap-anywhere">
      {before !== null && (
        <>
          <span className="sr-only">before: </span>
          <Wire>{before}</Wire>
          <ArrowRight aria-label="now:" className="mx-1.5 inline size-3.5" />
        </>
      )}
      <span className="text-text">
        <Wire>{after}</Wire>
      </span>
    </p>
  );
}
