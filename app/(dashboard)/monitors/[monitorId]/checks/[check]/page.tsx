import type { Metadata } from "next";
import Link from "next/link";
import { loadCheck } from "#app/_data/monitor/load-check.ts";
import { requireMonitor } from "#app/_data/monitor/require-monitor.ts";
import { PostureSection } from "#components/domain/posture-section.tsx";
import { Diagnosis } from "#components/transcript/diagnosis.tsx";
import { Dialogue } from "#components/transcript/dialogue.tsx";
import { StageRail } from "#components/transcript/stage-rail.tsx";
import { ViewChoice } from "#components/transcript/view-choice.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyText } from "#components/ui/copy-text.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { Time } from "#components/ui/time.tsx";
import { failedStage } from "#core/check/failed-stage.ts";
import type { SearchParams } from "#core/monitor/monitor-query.ts";
import { slowMsOf } from "#core/monitor/threshold.ts";
import { msText } from "#core/text/ms-text.ts";
import { exactTime } from "#core/time/relative-time.ts";

type Props = { params: Promise<{ monitorId: string; check: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { monitor } = await requireMonitor((await params).monitorId);
  return { title: `Check of ${monitor.name}` };
}

export default async function CheckPage({ params, searchParams }: Props) {
  const { monitorId, check } = await params;
  const page = await loadCheck(monitorId, check);
  const { monitor, status, slotAt, zone, dialogue, good, text } = page;
  const href = `/monitors/${monitorId}/checks/${check}`;
  const beside = (await searchParams).beside === "good" ? good : null;
  return (
    <>
      <PageHeader
        title={`Check at ${exactTime(slotAt, zone)}`}
        above={
          <Link className="link wrap-anywhere" href={`/monitors/${monitorId}`}>
            {monitor.name}
          </Link>
        }
        description={
          <span className="flex flex-wrap items-center gap-x-3">
            <StatusMark status={status} />
            <Time at={slotAt} zone={zone} />
            {page.location !== "" && <span>from {page.location}</span>}
            {page.lateMs !== null && <span>began {msText(page.lateMs)} after its slot</span>}
          </span>
        }
        actions={
          text !== null && (
            <>
              <CopyText text={text}>Copy as text</CopyText>
              <Button size="sm" asChild>
                <a href={`${href}/transcript.txt`} download>
                  Download
                </a>
              </Button>
            </>
          )
        }
      />
      {good && (
        <div className="mb-4">
          <ViewChoice href={href} isBeside={beside !== null} />
        </div>
      )}
      {dialogue ? (
        <Dialogue
          dialogue={dialogue}
          good={beside}
          slowMs={slowMsOf(monitor.target)}
          aside={page.diagnosis && <Diagnosis diagnosis={page.diagnosis} reason={page.reason} />}
        />
      ) : (
        <div className="grid gap-4">
          <StageRail
            timings={page.timings}
            failed={failedStage(page.reason?.code ?? null, null)}
            status={status}
            slowMs={slowMsOf(monitor.target)}
          />
          <p className="max-w-prose text-muted">
            The transcript of this check was not kept. Those of failures and changes are kept for 30 days, and the last good one of
            each monitor.
          </p>
          {page.diagnosis && <Diagnosis diagnosis={page.diagnosis} reason={page.reason} />}
        </div>
      )}
      {dialogue?.facts.domain && (
        <div className="mt-8">
          <PostureSection domain={dialogue.facts.domain} />
        </div>
      )}
    </>
  );
}
