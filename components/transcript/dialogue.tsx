import type { ReactNode } from "react";
import type { Dialogue as KeptDialogue } from "#core/dialogue.ts";
import { STAGES, type Stage } from "#core/stage.ts";
import { ScrollToFailed } from "./scroll-to-failed.tsx";
import { StageRail } from "./stage-rail.tsx";
import { TranscriptPair } from "./transcript-pair.tsx";
import { Transcript } from "./transcript.tsx";

type Props = {
  dialogue: KeptDialogue;
  /** Where given, both are shown side by side. */
  good: KeptDialogue | null;
  /** What stands beside the transcript: the diagnosis. */
  aside?: ReactNode;
};

/** A kept dialogue: the rail, whose stages lead to their lines, and the transcript, with what it means beside it. */
export function Dialogue({ dialogue, good, aside }: Props) {
  const { lines, stages, reason, warnings } = dialogue;
  const failed = reason?.stage ? { stage: reason.stage, replyCode: reason.reply?.code ?? null } : null;
  return (
    <div className="grid gap-4">
      <StageRail timings={stages} failed={failed} hrefOf={good ? undefined : linesOf(dialogue)} />
      {warnings.map((warning) => (
        <p key={warning} className="text-muted">
          {warning}
        </p>
      ))}
      <div className={good === null && aside ? "grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]" : "grid gap-6"}>
        {good ? <TranscriptPair failed={lines} good={good.lines} /> : <Transcript lines={lines} hasLinks />}
        {aside}
      </div>
      <ScrollToFailed />
    </div>
  );
}

function linesOf({ lines }: KeptDialogue): (stage: Stage) => string | undefined {
  const first = new Map(STAGES.map((stage) => [stage, lines.findIndex((line) => line.stage === stage) + 1]));
  return (stage) => (first.get(stage) ? `#L${first.get(stage)}` : undefined);
}
