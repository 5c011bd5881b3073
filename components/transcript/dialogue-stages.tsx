import { StatusMark } from "#components/ui/status-mark.tsx";
import type { Dialogue } from "#core/check/dialogue.ts";
import type { PathVerdict } from "#core/check/result.ts";
import { STAGES, type Stage } from "#core/check/stage.ts";
import type { Thresholds } from "#core/monitor/threshold.ts";
import type { Reason } from "#core/reason/reason.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";
import { StageRail, type FailedStage } from "./stage-rail.tsx";
import { StageTable } from "./stage-table.tsx";

type Props = {
  dialogue: Pick<Dialogue, "status" | "reason" | "stages" | "facts" | "lines">;
  slowMs?: Thresholds;
  /** Whether the transcript below has line numbers to lead to. */
  hasLinks: boolean;
  /** A reason in short. Given by pages of the server: the words are too many for the browser. */
  headlineOf?: (reason: Reason) => string;
};

/** The rail of a dialogue and the same as a table; of several ways to the server, each with its verdict. */
export function DialogueStages({ dialogue, slowMs, hasLinks, headlineOf }: Props) {
  const { status, reason, stages, facts, lines } = dialogue;
  const { paths } = facts;
  if (paths === undefined) {
    return (
      <div className="grid min-w-0 gap-2">
        <StageRail
          timings={stages}
          failed={failedOf(reason)}
          status={status}
          slowMs={slowMs}
          hrefOf={hasLinks ? linesOf(lines) : undefined}
        />
        <StageTable stages={stages} slowMs={slowMs} />
      </div>
    );
  }
  return (
    <ul aria-label="Ways to the server" className="grid min-w-0 gap-5">
      {paths.map((verdict) => (
        <li key={verdict.path} className="grid min-w-0 gap-2">
          <PathVerdictLine verdict={verdict} headline={verdict.reason && headlineOf?.(verdict.reason)} />
          <StageRail
            label={`Stages over ${verdict.path}`}
            timings={verdict.stages}
            failed={failedOf(verdict.reason)}
            status={verdict.status}
            slowMs={slowMs}
            hrefOf={hasLinks ? linesOf(lines, verdict.path) : undefined}
          />
          <StageTable stages={verdict.stages} slowMs={slowMs} label={`Stages over ${verdict.path} as a table`} />
        </li>
      ))}
    </ul>
  );
}

function PathVerdictLine({ verdict: { path, address, status }, headline }: { verdict: PathVerdict; headline?: string | null }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-sm">
      <span className="font-medium">{path}</span>
      <StatusMark status={status} size="sm" />
      {headline && <span className="wrap-anywhere">{headline}</span>}
      {address !== null && !path.includes(address) && <span className="font-mono text-xs text-muted">{address}</span>}
    </p>
  );
}

/** The stage at which a check was not up, for its rail. */
function failedOf(reason: Reason | null): FailedStage | null {
  return reason?.stage ? { stage: reason.stage, replyCode: reason.reply?.code ?? null } : null;
}

/** Where the lines of a stage begin. */
function linesOf(lines: readonly TranscriptLine[], path?: string): (stage: Stage) => string | undefined {
  const isOfPath = (line: TranscriptLine) => path === undefined || line.path === path;
  const first = new Map(STAGES.map((stage) => [stage, lines.findIndex((line) => line.stage === stage && isOfPath(line)) + 1]));
  return (stage) => (first.get(stage) ? `#L${first.get(stage)}` : undefined);
}
