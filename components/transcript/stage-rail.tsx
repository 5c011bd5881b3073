import { cx } from "class-variance-authority";
import { X } from "lucide-react";
import { stageLabel, type Stage, type StageTiming } from "#core/stage.ts";
import { msText } from "#core/ms-text.ts";
import { stageColour } from "./stage-colour.ts";

type Props = {
  timings: readonly StageTiming[];
  /** Where the dialogue failed, and the reply code that says so, if there was one. */
  failed?: { stage: Stage; replyCode: number | null } | null;
  /** Where the lines of a stage are, such as "#L3". */
  hrefOf?: (stage: Stage) => string | undefined;
  /** While the dialogue goes on the rail grows. */
  isGrowing?: boolean;
};

/** A dialogue at a glance: its stages in wire order, as long as they took, the failing one marked, each a link to its lines. */
export function StageRail({ timings, failed = null, hrefOf, isGrowing }: Props) {
  const isTimed = timings.some(({ stage }) => stage === failed?.stage);
  const stages = failed && !isTimed ? [...timings, { stage: failed.stage, ms: 0 }] : timings;
  const totalMs = stages.reduce((sum, { ms }) => sum + ms, 0);
  return (
    <div className="flex items-end gap-4">
      <ol aria-label="Stages of the dialogue" className="flex min-w-0 flex-1 flex-wrap items-end gap-x-0.5 gap-y-2">
        {stages.map(({ stage, ms }, position) => (
          <li key={position} style={{ flexGrow: Math.max(ms, totalMs / 400) }} className="grid min-w-fit basis-0 gap-1">
            <StageLabel stage={stage} ms={ms} failed={failed?.stage === stage ? failed : null} href={hrefOf?.(stage)} />
            <span
              aria-hidden
              className={cx("h-3 rounded-xs", failed?.stage === stage && "outline-2 outline-offset-1 outline-down-fill")}
              style={{ background: failed?.stage === stage ? "var(--down-fill)" : stageColour(stage) }}
            />
          </li>
        ))}
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

type LabelProps = { stage: Stage; ms: number; failed: Props["failed"]; href: string | undefined };

function StageLabel({ stage, ms, failed, href }: LabelProps) {
  const words = (
    <>
      {stageLabel(stage)}
      {failed ? (
        <>
          <X aria-label="failed" className="inline size-3.5 shrink-0" strokeWidth={3} />
          {failed.replyCode ?? msFigure(ms)}
        </>
      ) : (
        <span className="text-muted">{msFigure(ms)}</span>
      )}
    </>
  );
  const looks = cx("inline-flex items-center gap-1 pr-2 text-xs whitespace-nowrap", failed && "font-semibold text-down");
  if (href === undefined) return <span className={looks}>{words}</span>;
  return (
    <a href={href} className={cx(looks, "min-h-6 rounded-xs hover:underline")}>
      {words}
    </a>
  );
}

/** A time in a place where the unit is clear. */
function msFigure(ms: number): string {
  return ms < 10 && ms > 0 ? ms.toFixed(1) : String(Math.round(ms));
}
