import { cx } from "class-variance-authority";
import type { ReplyCode } from "#core/check/reply.ts";
import { stageSentence } from "#core/check/stage-sentence.ts";
import { stageLabel, type Stage, type StageReport, type StageTiming } from "#core/check/stage.ts";
import type { Status } from "#core/check/status.ts";
import type { Thresholds } from "#core/monitor/threshold.ts";
import { msText } from "#core/text/ms-text.ts";
import { failedLook, type FailedLook } from "./failed-look.ts";
import { stageColour } from "./stage-colour.ts";

/** Where a dialogue was not as it should be, and the reply code that says so, if there was one. */
export type FailedStage = { stage: Stage; replyCode: ReplyCode | null };

type Props = {
  timings: readonly (StageTiming & Partial<StageReport>)[];
  failed?: FailedStage | null;
  /** What that made of the check. */
  status?: Status;
  /** From how many ms on a stage is slow: the place is marked in what took longer. */
  slowMs?: Thresholds;
  /** Where the lines of a stage are, such as "#L3". */
  hrefOf?: (stage: Stage) => string | undefined;
  /** While the dialogue goes on the rail grows. */
  isGrowing?: boolean;
  label?: string;
};

const STAGES_LABEL = "Stages of the dialogue";

/** A dialogue at a glance: its stages in wire order, as long as they took, the failing one marked, each a link to its lines. */
export function StageRail({ timings, failed = null, status, slowMs = {}, hrefOf, isGrowing, label = STAGES_LABEL }: Props) {
  const isTimed = timings.some(({ stage }) => stage === failed?.stage);
  const stages: Props["timings"] = failed && !isTimed ? [...timings, { stage: failed.stage, ms: 0 }] : timings;
  const totalMs = stages.reduce((sum, { ms }) => sum + ms, 0);
  return (
    <div className="flex items-end gap-4">
      <ol aria-label={label} className="flex min-w-0 flex-1 flex-wrap items-end gap-x-0.5 gap-y-2">
        {stages.map((report, position) => {
          const { stage, ms } = report;
          const look = failed?.stage === stage ? failedLook(status) : null;
          return (
            <li
              key={position}
              title={stageSentence(report, slowMs[stage])}
              style={{ flexGrow: 100 * Math.max(totalMs === 0 ? 1 : ms / totalMs, 1 / 400) }}
              className="grid min-w-fit basis-0 gap-1"
            >
              <StageLabel stage={stage} figure={(look && failed?.replyCode) ?? msFigure(ms)} look={look} href={hrefOf?.(stage)} />
              <Bar ms={ms} limitMs={slowMs[stage]} colour={stageColour(stage)} look={look} />
            </li>
          );
        })}
        {stages.length === 0 && <li className="text-muted">No stage was reached.</li>}
      </ol>
      {stages.length > 0 && (
        <span className="shrink-0 text-sm leading-none font-medium whitespace-nowrap">
          {msText(totalMs)}
          {isGrowing && <span className="text-muted"> …</span>}
        </span>
      )}
    </div>
  );
}

type BarProps = { ms: number; limitMs: number | undefined; colour: string; look: FailedLook | null };

/** As long as its stage took. Where that is longer than it may, a line stands where it became slow. */
function Bar({ ms, limitMs, colour, look }: BarProps) {
  return (
    <span
      aria-hidden
      className={cx("relative h-3 overflow-clip rounded-xs", look && "outline-2 outline-offset-1", look?.outline)}
      style={{ background: look?.fill ?? colour }}
    >
      {limitMs !== undefined && ms > limitMs && (
        <span className="absolute inset-y-0 w-0.5 bg-text" style={{ left: `${(limitMs / ms) * 100}%` }} />
      )}
    </span>
  );
}

type LabelProps = { stage: Stage; figure: number | string; look: FailedLook | null; href: string | undefined };

function StageLabel({ stage, figure, look, href }: LabelProps) {
  const words = (
    <>
      {stageLabel(stage)}
      {look ? (
        <>
          <look.icon aria-label={look.label} className="inline size-3.5 shrink-0" strokeWidth={3} />
          {figure}
        </>
      ) : (
        <span className="text-muted">{figure}</span>
      )}
    </>
  );
  const looks = cx("inline-flex min-h-6 items-center gap-1 pr-2 text-xs whitespace-nowrap", look && "font-semibold", look?.text);
  if (href === undefined) return <span className={looks}>{words}</span>;
  return (
    <a href={href} className={cx(looks, "rounded-xs hover:underline")}>
      {words}
    </a>
  );
}

/** A time in a place where the unit is clear. */
function msFigure(ms: number): string {
  return ms < 10 && ms > 0 ? ms.toFixed(1) : String(Math.round(ms));
}
