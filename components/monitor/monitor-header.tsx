import Link from "next/link";
import type { ReactNode } from "react";
import { PageHeader } from "#components/ui/page-header.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { Time } from "#components/ui/time.tsx";
import { KIND_WORDS } from "#core/monitor/monitor-form-words.ts";
import type { MonitorSummary } from "#core/monitor/monitor-summary.ts";
import { targetText } from "#core/monitor/target-text.ts";
import { intervalText } from "#core/text/interval-text.ts";
import { contraryWords } from "./contrary-words.ts";
import { Contrary } from "./contrary.tsx";
import { LiveRefresh } from "./live-refresh.tsx";
import { TagList } from "./tag-list.tsx";

type Props = {
  monitor: MonitorSummary & { intervalS: number; hasRequest: boolean; flappingSince: Date | null };
  /** Where it is checked from, where that is a question. */
  places: readonly string[];
  zone: string;
  readAt: number;
  actions: ReactNode;
};

/** Who it is, how it is and since when, what is checked how often, and what can be done. */
export function MonitorHeader({ monitor, places, zone, readAt, actions }: Props) {
  const { name, status, since, target, intervalS, lastSlotAt, hasRequest } = monitor;
  const contrary = contraryWords(monitor);
  const above = (
    <Link className="link" href="/monitors">
      Monitors
    </Link>
  );
  const description = (
    <span className="grid gap-1">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-text">
        <span data-testid="status">
          <StatusMark status={status} className="text-lg" />
        </span>
        <span>
          for <Time at={since} zone={zone} isLength />
        </span>
        {monitor.flappingSince && <span className="text-muted">comes and goes</span>}
        {contrary && <Contrary words={contrary} />}
        <LiveRefresh readAt={readAt} />
      </span>
      <span className="flex flex-wrap gap-x-3">
        <span>
          {KIND_WORDS[target.kind].name} <span className="font-mono text-sm">{targetText(target)}</span>
        </span>
        <span>
          checked {intervalText(intervalS)}
          {places.length > 0 && ` from ${places.join(", ")}`}
        </span>
        <span>
          {hasRequest ? (
            "a check is on its way"
          ) : lastSlotAt === null ? (
            "not checked yet"
          ) : (
            <>
              last check <Time at={lastSlotAt} zone={zone} />
            </>
          )}
        </span>
      </span>
      <TagList tags={monitor.tags} />
    </span>
  );
  return <PageHeader title={name} above={above} description={description} actions={actions} />;
}
