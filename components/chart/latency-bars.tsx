import { stageColour } from "#components/transcript/stage-colour.ts";
import type { Stage } from "#core/check/stage.ts";
import { stagesOf, type LatencyBucket } from "#core/latency/latency.ts";

/** How much of its bucket a bar fills. */
const BAR_WIDTH = 0.76;

type Props = {
  id: string;
  buckets: readonly LatencyBucket[];
  /** Whether the stages of a bucket add up to its height. */
  isStacked: boolean;
  /** The highest time that is drawn, in ms. */
  top: number;
};

/**
 * The bars of a latency chart, for every chart of the page to use at its own scale: drawn in buckets and ms, each bar a line as wide as
 * it is. One path for all the pieces of a stage, or one for the whole.
 */
export function LatencyBars({ id, buckets, isStacked, top }: Props) {
  return (
    <svg aria-hidden width={0} height={0} className="absolute">
      <g id={id} strokeWidth={BAR_WIDTH}>
        {isStacked ? (
          stagesOf(buckets).map((stage) => <path key={stage} stroke={stageColour(stage)} d={stagePath(buckets, stage, top)} />)
        ) : (
          <path stroke="var(--accent)" d={wholePath(buckets, top)} />
        )}
      </g>
    </svg>
  );
}

function stagePath(buckets: readonly LatencyBucket[], stage: Stage, top: number): string {
  return buckets
    .map(({ stages }, position) => {
      const index = stages.findIndex((each) => each.stage === stage);
      if (index === -1) return "";
      const below = stages.slice(0, index).reduce((sum, each) => sum + each.ms, 0);
      return barPath(position, Math.min(below, top), Math.min(below + stages[index]!.ms, top));
    })
    .join("");
}

/** The whole dialogue of each bucket in which something was measured. */
function wholePath(buckets: readonly LatencyBucket[], top: number): string {
  return buckets.map(({ totalMs }, position) => (totalMs > 0 ? barPath(position, 0, Math.min(totalMs, top)) : "")).join("");
}

function barPath(position: number, fromMs: number, toMs: number): string {
  return fromMs === toMs ? "" : `M${position + 0.5} ${short(fromMs)}V${short(toMs)}`;
}

/** Four digits are more than a screen shows. */
function short(ms: number): number {
  return Number(ms.toPrecision(4));
}
